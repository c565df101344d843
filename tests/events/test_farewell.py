"""When a member leaves, those who would have come hear that it is not held, though all that member did is gone."""

from typing import Any

import pytest
from django.test import Client

import cast
from calendars.mailing import methods, work
from events.gathering import evening, event, guests, says
from rapport.events.models import Event
from rapport.groups.models import Group, Membership
from rapport.journal.models import Deed
from rapport.journal.work import read_all
from rapport.mailroom.models import Waiting
from rapport.members.blocking import block
from rapport.members.leave import leave
from rapport.members.models import Member
from rapport.notices.mail import mail_to
from rapport.notices.models import Notice
from rapport.notices.saying import said
from rapport.notices.stopping import hear_by

pytestmark = pytest.mark.django_db
NOW = cast.MORNING


@pytest.fixture(autouse=True)
def _this_morning(settings: Any) -> None:
    settings.CLOCK_FIXED = NOW
    settings.EMAIL_BACKEND = "rapport.mailroom.tray.TrayBackend"


def heard(member: Member) -> list[tuple[str, str]]:
    """What the tray says, and in whose name."""
    rows = Notice.objects.of(member).select_related("deed__actor").order_by("pk")
    return [(one.name, one.says) for one in said(member, list(rows))]


def test_those_who_would_have_come_hear_of_it_from_the_hub_by_notice_by_mail_and_in_their_calendar() -> None:
    ann, bo, cy = cast.ann(), cast.bo(), cast.cy()
    evening_ = evening(bo)
    says(evening_, ann)
    says(evening_, cy, "no")
    work()
    hear_by(ann, "at_once")
    leave(bo, now=NOW)
    read_all()
    work()
    assert heard(ann) == [("Rapport", "LinkedAmaranth is cancelled")]
    assert heard(cy) == [], "who said no is not concerned"
    assert mail_to(ann, now=NOW)
    assert Waiting.objects.filter(account=ann.account, subject="LinkedAmaranth is cancelled").exists()
    assert methods(ann) == ["REQUEST", "CANCEL"]


def test_the_page_of_what_is_new_leads_to_it() -> None:
    ann, bo = cast.ann(), cast.bo()
    says(evening(bo), ann)
    leave(bo, now=NOW)
    read_all()
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(ann.account)
    page = client.get("/notices/").content.decode()
    assert "LinkedAmaranth is cancelled" in page
    assert f'href="/events/{Event.objects.get().pk}/"' in page
    assert ">LinkedAmaranth is cancelled<" in page


def test_what_a_group_goes_on_with_is_held_and_what_the_last_one_leaves_is_not() -> None:
    ann, bo, mo = cast.ann(), cast.bo(), cast.mo()
    goes_on, ends = (Group.objects.create(handle=name, name=name) for name in ("goes_on", "ends"))
    for group, members in ((goes_on, (bo, mo)), (ends, (bo,))):
        for member in members:
            Membership.objects.create(group=group, member=member, role="organiser", joined_at=NOW)
    held, lost = event(bo, group=goes_on), event(bo, group=ends)
    for made in (held, lost):
        says(made.dates.get(), ann)
    leave(bo, now=NOW)
    assert {one.pk: one.cancelled_at is None for one in Event.objects.all()} == {held.pk: True, lost.pk: False}


def test_a_free_place_is_told_by_the_hub_also_over_a_block_with_who_runs_it() -> None:
    mo = cast.mo()
    group = Group.objects.create(handle="chapter", name="Chapter")
    first, second = guests(2)
    for member in (mo, first, second):
        Membership.objects.create(group=group, member=member, role="member", joined_at=NOW)
    evening_ = evening(mo, group=group, capacity=1)
    says(evening_, first)
    says(evening_, second)
    block(by=second, other=mo, now=NOW)
    leave(first, now=NOW)
    read_all()
    assert heard(second) == [("Rapport", "A place is free for you at LinkedAmaranth")]
    assert Deed.objects.get(verb="event.offer").actor is None
