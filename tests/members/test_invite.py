"""An invitation lets one person in, once, and tells nobody who is here."""

from datetime import timedelta

import pytest
from django.test import Client

import cast
from rapport.kit.clock import now
from rapport.members.invite import A_DAY, LASTS, TooManyInvitationsError, invite, open_invitation
from rapport.members.models import Invitation, Member

pytestmark = pytest.mark.django_db


def form(**changed: str) -> dict[str, str]:
    return {"name": "Cy Park", "handle": "cy", "email": "cy@town.example", "password": cast.PASSWORD, **changed}


def come_in(word: str, **changed: str):
    return Client(HTTP_HOST="127.0.0.1").post(f"/invitations/{word}/", form(**changed))


def test_cy_comes_in_and_is_signed_in() -> None:
    client = Client(HTTP_HOST="127.0.0.1")
    assert client.post(f"/invitations/{invite(by=cast.mo(), now=now())}/", form(zone="Asia/Seoul")).status_code == 302
    assert client.get("/settings/").status_code == 200
    assert Member.objects.get(handle="cy").zone == "Asia/Seoul"


def test_an_invitation_is_used_once() -> None:
    word = invite(by=None, now=now())
    come_in(word)
    again = come_in(word, handle="cy2")
    assert again.status_code == 404
    assert "lets nobody in any more" in again.content.decode()


def test_old_used_and_invented_ones_are_alike() -> None:
    word = invite(by=None, now=now())
    assert open_invitation(word, now() + LASTS - timedelta(seconds=1)) is not None
    assert open_invitation(word, now() + LASTS) is None
    assert open_invitation("invented", now()) is None


def test_only_a_digest_is_kept() -> None:
    word = invite(by=None, now=now())
    assert word not in str(Invitation.objects.values().get())


def test_a_known_address_is_answered_like_any_other() -> None:
    cast.ann()
    known = come_in(invite(by=None, now=now()), email="ann@town.example")
    fresh = come_in(invite(by=None, now=now()), handle="dee", email="dee@town.example")
    assert (known.status_code, known.headers["Location"]) == (fresh.status_code, fresh.headers["Location"])


def test_who_shares_an_address_signs_in_as_themselves() -> None:
    cast.ann()
    come_in(invite(by=None, now=now()), email="ann@town.example", password="another long phrase")
    client = Client(HTTP_HOST="127.0.0.1")
    client.post("/enter/login/", {"login": "ann@town.example", "password": "another long phrase"})
    assert "@cy" in client.get("/settings/").content.decode()


def test_an_invitation_to_an_address_is_for_that_address() -> None:
    come_in(invite(by=None, now=now(), email="cy@town.example"), email="somebody@else.example")
    assert Member.objects.get(handle="cy").account.email == "cy@town.example"


def test_a_taken_handle_and_a_weak_password_are_told() -> None:
    cast.ann()
    word = invite(by=None, now=now())
    said = come_in(word, handle="Ann", password="password").content.decode()
    assert "This handle is taken" in said
    assert "too short" in said
    assert open_invitation(word, now()) is not None


def test_a_day_has_so_many_invitations() -> None:
    mo = cast.mo()
    for _ in range(A_DAY):
        invite(by=mo, now=now())
    with pytest.raises(TooManyInvitationsError):
        invite(by=mo, now=now())
    invite(by=mo, now=now() + timedelta(days=1))


def test_nobody_signs_up_without_one() -> None:
    client = Client(HTTP_HOST="127.0.0.1")
    client.post("/enter/signup/", {"email": "cy@town.example", "password1": cast.PASSWORD})
    assert not Member.objects.exists()


def test_trying_too_often_is_slowed() -> None:
    answers = [come_in("invented").status_code for _ in range(25)]
    assert answers.count(429) == 5
