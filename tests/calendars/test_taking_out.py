"""An event that is gone is taken out of the calendars of those who may still see it."""

import pytest

import cast
from calendars.mailing import methods, work
from events.gathering import evening, says
from groups.harbour import chapter
from rapport.calendars.appointments import take_out
from rapport.groups.leaving import remove
from rapport.members.blocking import block

pytestmark = pytest.mark.django_db
NOW = cast.MORNING


@pytest.fixture(autouse=True)
def _this_morning(settings) -> None:
    settings.CLOCK_FIXED = NOW
    settings.EMAIL_BACKEND = "rapport.mailroom.tray.TrayBackend"


def test_of_an_event_that_is_removed_only_those_hear_who_may_still_see_it() -> None:
    members = cast.all_four()
    ann, bo, cy, mo = (members[name] for name in ("ann", "bo", "cy", "mo"))
    group = chapter(ann, bo, led_by=mo)
    inside, outside = evening(mo, group=group, audience="group"), evening(mo)
    for date_, guest in ((inside, ann), (inside, bo), (outside, cy)):
        says(date_, guest)
    work()
    remove(by=mo, member=bo, group=group, now=NOW)
    block(by=cy, other=mo, now=NOW)
    work()
    for one in (inside, outside):
        take_out(one.event, NOW)
    assert [methods(one) for one in (ann, bo, cy)] == [["REQUEST", "CANCEL"], ["REQUEST"], ["REQUEST"]]
