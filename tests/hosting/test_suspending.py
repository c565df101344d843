"""A suspension closes every door at once, and what it closed opens again as it was."""

from datetime import timedelta

import pytest
from django.test import Client

import cast
from rapport.hosting.models import AuditLine
from rapport.hosting.suspending import RefusedError, readmit, readmit_when_over, suspend
from rapport.members.models import Member

pytestmark = pytest.mark.django_db
Members = dict[str, Member]


@pytest.fixture
def members() -> Members:
    return cast.all_four()


def client(members: Members, who: str) -> Client:
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(members[who].account)
    return client


def test_who_is_suspended_is_out_at_once_and_seen_by_nobody(members: Members) -> None:
    bo = client(members, "bo")
    suspend(member=members["bo"], by=members["mo"], why="Spam.", now=cast.MORNING)
    assert bo.get("/settings/").status_code == 302
    assert members["bo"] not in Member.objects.visible_to(members["ann"])
    again = Client(HTTP_HOST="127.0.0.1")
    again.post("/enter/login/", {"login": "bo@town.example", "password": cast.PASSWORD})
    assert again.get("/settings/").status_code == 302


def test_who_is_readmitted_is_back(members: Members) -> None:
    suspend(member=members["bo"], by=members["mo"], why="Spam.", now=cast.MORNING)
    readmit(member=members["bo"], by=members["mo"], now=cast.MORNING)
    assert members["bo"] in Member.objects.visible_to(members["ann"])
    assert list(AuditLine.objects.order_by("pk").values_list("act", flat=True)) == ["suspended", "readmitted"]


def test_a_suspension_for_a_week_ends_by_itself(members: Members, monkeypatch: pytest.MonkeyPatch) -> None:
    week = cast.MORNING + timedelta(days=7)
    suspend(member=members["bo"], by=members["mo"], why="Spam.", now=cast.MORNING, until=week)
    monkeypatch.setattr("rapport.kit.clock.now", lambda: week - timedelta(minutes=1))
    readmit_when_over.call({})
    assert members["bo"] not in Member.objects.visible_to(members["ann"])
    monkeypatch.setattr("rapport.kit.clock.now", lambda: week)
    readmit_when_over.call({})
    assert members["bo"] in Member.objects.visible_to(members["ann"])


def test_a_host_cannot_be_suspended(members: Members) -> None:
    with pytest.raises(RefusedError):
        suspend(member=members["mo"], by=members["mo"], why="x", now=cast.MORNING)


def test_suspending_by_hand_wants_a_reason(members: Members) -> None:
    mo = client(members, "mo")
    mo.post("/host/suspensions/bo/", {"days": "7", "why": ""})
    assert members["bo"] in Member.objects.active()
    mo.post("/host/suspensions/bo/", {"days": "7", "why": "Spam."})
    assert members["bo"] not in Member.objects.active()
    assert "Spam." in mo.get("/host/suspensions/").content.decode()
    mo.post("/host/suspensions/bo/", {"answer": "readmit"})
    assert members["bo"] in Member.objects.active()
