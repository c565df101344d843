"""The link on the console makes the first member the host; nothing else does."""

import pytest
from django.test import Client

import cast
from rapport.kit.clock import now
from rapport.members.firstrun import first_run_word, may_begin
from rapport.members.invite import invite
from rapport.members.models import Hub, Member

pytestmark = pytest.mark.django_db
MO = {
    "hub_name": "Port Amaranth",
    "name": "Mo Haddad",
    "handle": "mo",
    "email": "mo@town.example",
    "password": cast.PASSWORD,
}


def begin(word: str | None) -> int:
    return Client(HTTP_HOST="127.0.0.1").post(f"/first-run/{word}/", MO).status_code


def test_the_first_member_is_the_host_of_a_named_place() -> None:
    assert begin(first_run_word()) == 302
    assert Member.objects.get().is_host
    assert Hub.this().name == "Port Amaranth"


def test_a_second_use_and_a_wrong_word_are_alike() -> None:
    word = first_run_word()
    assert begin("wrong") == 404
    begin(word)
    assert begin(word) == 404
    assert first_run_word() is None


def test_a_new_start_ends_the_word_before() -> None:
    before, after = first_run_word(), first_run_word()
    assert not may_begin(str(before))
    assert may_begin(str(after))


def test_without_any_word_the_page_is_not_there() -> None:
    assert begin("x") == 404


def test_a_hub_with_members_has_no_first_run() -> None:
    cast.ann()
    assert first_run_word() is None


def test_without_scripts_the_host_chooses_the_zone_and_who_is_invited_has_it_too() -> None:
    client, word = Client(HTTP_HOST="127.0.0.1"), first_run_word()
    assert '<option value="Europe/London">' in client.get(f"/first-run/{word}/").content.decode()
    client.post(f"/first-run/{word}/", MO | {"zone": "Europe/London"})
    cy = {"name": "Cy Park", "handle": "cy", "email": "cy@town.example", "password": cast.PASSWORD}
    Client(HTTP_HOST="127.0.0.1").post(f"/invitations/{invite(by=None, now=now())}/", cy)
    assert [member.zone for member in Member.objects.order_by("pk")] == ["Europe/London", "Europe/London"]
