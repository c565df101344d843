"""Hosts hear of who asks to come in, each once, and whoever invited somebody hears that they came."""

import pytest
from django.test import Client

import cast
from rapport.hosting.doorbell import A_DAY
from rapport.journal.models import Deed
from rapport.journal.work import read_all
from rapport.members.invite import accept, invite, open_invitation
from rapport.members.joining import ask_to_come_in, let_in, turn_away
from rapport.members.models import Hub, JoinRequest, Member
from rapport.notices.models import Notice
from rapport.notices.saying import Said, said

pytestmark = pytest.mark.django_db
NOW = cast.MORNING


@pytest.fixture
def mo() -> Member:
    Hub.objects.update_or_create(pk=1, defaults={"settled_at": NOW, "joining": "request"})
    return cast.mo()


def asks(name: str = "Cy Park", email: str = "cy@town.example") -> JoinRequest:
    ask_to_come_in(name=name, email=email, why="", now=NOW)
    found: JoinRequest = JoinRequest.objects.get(email=email)
    return found


def heard(member: Member) -> list[Said]:
    read_all()
    return said(member, list(Notice.objects.of(member).select_related("deed__actor")))


def test_hosts_hear_once_and_are_led_to_the_answer(mo: Member) -> None:
    ann = cast.ann()
    for _ in range(2):
        asks()
    assert [(one.says, one.path, one.is_pressing) for one in heard(mo)] == [
        ("Cy Park asks to come in", "/host/#asking", True)
    ]
    assert heard(ann) == []


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_what_is_answered_asks_no_more(mo: Member, answer: str) -> None:
    asked = asks()
    read_all()
    let_in(asked, by=mo, now=NOW) if answer == "yes" else turn_away(asked.pk)
    assert heard(mo) == []
    assert not Deed.objects.filter(verb="host.asked").exists()


def test_a_flood_of_requests_is_no_flood_of_notices(mo: Member) -> None:
    for number in range(A_DAY + 3):
        asks(email=f"guest{number}@town.example")
    assert len(heard(mo)) == A_DAY
    page = Client(HTTP_HOST="127.0.0.1")
    page.force_login(mo.account)
    assert f"guest{A_DAY + 2}@town.example" in page.get("/host/").content.decode()


def test_whoever_invited_hears_that_they_came(mo: Member) -> None:
    invitation = open_invitation(invite(by=mo, now=NOW), NOW)
    assert invitation is not None
    accept(invitation, email="cy@town.example", password=cast.PASSWORD, handle="cy", name="Cy Park", now=NOW)
    assert [(one.says, one.path) for one in heard(mo)] == [("Cy Park came in by your invitation", "/members/cy/")]
