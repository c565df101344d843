"""Hosts are made by a host and end it for themselves; the last one does not go while others are here."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client

import cast
from rapport.hosting.handing_over import NeededError, make_host, step_down
from rapport.journal.work import read_all
from rapport.members.models import Member
from rapport.notices.models import Notice
from rapport.notices.saying import said

pytestmark = pytest.mark.django_db
Members = dict[str, Member]


@pytest.fixture
def members() -> Members:
    return cast.all_four()


def client(member: Member) -> Client:
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(member.account)
    return client


def hosts() -> list[str]:
    return list(Member.objects.filter(is_host=True).order_by("handle").values_list("handle", flat=True))


def leaving(member: Member) -> str:
    return (
        client(member).post("/settings/leave/", {"handle": member.handle, "password": cast.PASSWORD}).content.decode()
    )


def test_a_host_makes_another_one_who_is_told_and_all_can_read_it(members: Members) -> None:
    client(members["mo"]).post("/host/hosts/", {"handle": "@Ann"})
    assert hosts() == ["ann", "mo"]
    read_all()
    ann = Member.objects.get(handle="ann")
    told = said(ann, list(Notice.objects.of(ann).select_related("deed__actor")))
    assert [(one.says, one.path) for one in told] == [("Mo Haddad made you a host of this place", "/host/")]
    assert "A member became a host." in client(members["bo"]).get("/about/what-the-host-did/").content.decode()


def test_nobody_else_makes_hosts(members: Members) -> None:
    for act in ("", "end/"):
        assert client(members["bo"]).post(f"/host/hosts/{act}", {"handle": "bo"}).status_code == 404
    client(members["mo"]).post("/host/hosts/", {"handle": "nobody"})
    assert hosts() == ["mo"]


def test_the_last_host_stays_as_long_as_others_are_here(members: Members) -> None:
    mo = members["mo"]
    with pytest.raises(NeededError):
        step_down(member=mo, now=cast.MORNING)
    assert "only host" in leaving(mo)
    assert hosts() == ["mo"]
    make_host(member=members["ann"], by=mo, now=cast.MORNING)
    client(mo).post("/host/hosts/end/")
    assert hosts() == ["ann"]
    assert "It is all deleted" in leaving(Member.objects.get(handle="mo"))


def test_who_is_alone_may_go(members: Members) -> None:
    for handle in ("ann", "bo", "cy"):
        assert "It is all deleted" in leaving(members[handle])
    page = leaving(members["mo"])
    assert "It is all deleted" in page
    assert "Your people" not in page, "nothing of a member's page is left around it"


def test_a_place_without_a_host_gets_one_from_the_machine(members: Members) -> None:
    call_command("member", "host", "ann", stdout=StringIO())
    assert hosts() == ["ann", "mo"]


def test_a_host_finds_the_way_to_suspend_on_a_profile(members: Members) -> None:
    assert "/host/suspensions/bo/" in client(members["mo"]).get("/members/bo/").content.decode()
    assert "/host/suspensions/" not in client(members["ann"]).get("/members/bo/").content.decode()
