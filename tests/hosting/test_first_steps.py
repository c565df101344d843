"""What the host of a new place is shown on Today until it is done."""

from datetime import timedelta

import pytest
from django.test import Client

import cast
from events.gathering import evening
from rapport.groups.models import Group
from rapport.kit import clock
from rapport.members.invite import invite
from rapport.members.models import Member

pytestmark = pytest.mark.django_db
HEAD = "First steps for the host"


def today_of(member: Member) -> str:
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(member.account)
    return client.get("/").content.decode()


def test_a_new_host_reads_what_the_place_lacks() -> None:
    page = today_of(cast.mo())
    assert HEAD in page
    for path in ("/groups/start/", "/events/new/", "/talk/write/"):
        assert f'<li><a href="{path}">' in page


def test_what_is_done_is_asked_no_more() -> None:
    mo = cast.mo()
    invite(by=mo, now=clock.now())
    Group.objects.create(handle="chapter", name="Harbour Chapter")
    evening(mo)
    page = today_of(mo)
    assert "Write the first words" in page
    assert "Invite the first members" not in page
    assert "Start a group" not in page
    assert '<li><a href="/events/new/">' not in page


def test_members_and_hosts_of_long_standing_are_not_told() -> None:
    mo = cast.mo()
    mo.account.joined_at = clock.now() - timedelta(days=15)
    mo.account.save()
    assert HEAD not in today_of(mo)
    assert HEAD not in today_of(cast.ann())


def test_in_an_empty_book_the_people_met_last_come_first() -> None:
    page = today_of(cast.mo())
    assert page.index("Begin with the people you met last") < page.index(HEAD)
