"""How people come in: by invitation, by request, or through an open door; and who may invite."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

import cast
from rapport.kit.clock import now
from rapport.mailroom.models import Waiting
from rapport.members.invite import TooManyInvitationsError, invite, left_to
from rapport.members.joining import let_in
from rapport.members.models import Hub, Invitation, JoinRequest, Member

pytestmark = pytest.mark.django_db
CY = {"name": "Cy Park", "handle": "cy", "email": "cy@town.example", "password": cast.PASSWORD}


def hub(**changed: Any) -> Hub:
    return Hub.objects.update_or_create(pk=1, defaults={"settled_at": cast.MORNING, **changed})[0]


def stranger() -> Client:
    return Client(HTTP_HOST="127.0.0.1")


def host() -> Client:
    client = stranger()
    client.force_login(cast.mo().account)
    return client


def test_a_place_that_nobody_has_begun_has_no_door() -> None:
    assert stranger().get("/join/").status_code == 404


def test_by_invitation_the_door_says_so_and_opens_to_nobody() -> None:
    hub()
    assert "by invitation here" in stranger().get("/join/").content.decode()
    stranger().post("/join/", CY)
    assert not Member.objects.exists()


def test_through_an_open_door_one_is_in_at_once() -> None:
    hub(joining="open")
    client = stranger()
    assert client.post("/join/", CY).status_code == 302
    assert client.get("/settings/").status_code == 200
    assert not Member.objects.get().is_host


def test_an_open_door_tells_nobody_which_address_is_here() -> None:
    hub(joining="open")
    cast.ann()
    known = stranger().post("/join/", {**CY, "email": "ann@town.example"})
    fresh = stranger().post("/join/", {**CY, "handle": "dee", "email": "dee@town.example"})
    assert (known.status_code, known.headers["Location"]) == (fresh.status_code, fresh.headers["Location"])


def test_a_request_is_answered_by_the_host_with_a_mail(settings: Any) -> None:
    settings.EMAIL_BACKEND = "rapport.mailroom.tray.TrayBackend"
    hub(joining="request")
    for email in ("cy@town.example", "CY@town.example"):
        answer = stranger().post("/join/", {"name": "Cy Park", "email": email, "why": "I brew."})
        assert "with the host" in answer.content.decode()
    mo = host()
    assert "I brew." in mo.get("/host/").content.decode()
    mo.post(f"/host/requests/{JoinRequest.objects.get().pk}/", {"answer": "yes"})
    assert Invitation.objects.get().email == "cy@town.example"
    assert "/invitations/" in Waiting.objects.get().body
    assert not JoinRequest.objects.exists()


def test_a_request_that_two_hosts_answer_at_once_is_answered_once() -> None:
    hub(joining="request")
    stranger().post("/join/", {"name": "Cy Park", "email": "cy@town.example"})
    asked, mo = JoinRequest.objects.get(), cast.mo()
    assert [let_in(asked, by=mo, now=now()) is None for _ in range(2)] == [False, True]
    assert Invitation.objects.count() == 1


def test_a_no_is_told_to_nobody() -> None:
    hub(joining="request")
    stranger().post("/join/", {"name": "Cy Park", "email": "cy@town.example"})
    host().post(f"/host/requests/{JoinRequest.objects.get().pk}/", {"answer": "no"})
    assert not JoinRequest.objects.exists()
    assert not Waiting.objects.exists()


def test_only_the_host_answers_requests() -> None:
    hub(joining="request")
    stranger().post("/join/", {"name": "Cy Park", "email": "cy@town.example"})
    ann = stranger()
    ann.force_login(cast.ann().account)
    assert ann.post(f"/host/requests/{JoinRequest.objects.get().pk}/", {"answer": "yes"}).status_code == 404


def test_whoever_comes_in_agrees_to_the_terms() -> None:
    hub(joining="open", terms="Be kind.")
    assert stranger().post("/join/", CY).status_code == 422
    assert stranger().post("/join/", {**CY, "agrees": "on"}).status_code == 302
    assert "Be kind." in stranger().get("/about/").content.decode()


def test_members_invite_as_often_as_the_host_allows() -> None:
    ann = cast.ann()
    with pytest.raises(TooManyInvitationsError):
        invite(by=ann, now=now())
    hub(invitations_a_week=1)
    invite(by=ann, now=now())
    assert left_to(ann, now()) == 0
    assert left_to(ann, now() + timedelta(days=8)) == 1


def test_an_invitation_is_made_on_its_page() -> None:
    hub(invitations_a_week=1)
    client = stranger()
    client.force_login(cast.ann().account)
    assert "/invitations/" in client.post("/invite/", follow=True).content.decode()
    assert "no invitations left" in client.get("/invite/").content.decode()


def test_who_is_to_agree_reads_to_what_without_leaving_the_form() -> None:
    hub(joining="open", terms="We greet each other *by name*.", about="The town's own place.")
    word = invite(by=cast.mo(), now=now())
    for path in ("/join/", f"/invitations/{word}/"):
        page = stranger().get(path).content.decode()
        assert "We greet each other <em>by name</em>." in page
        assert "own place." in page
