"""Who was there, apart from who said so; and what being there together means."""

from datetime import timedelta

import pytest

import cast
from events.gathering import evening, event, guests, says
from people.pages import as_member, words
from rapport.events.checkin import check_in, close, close_by_itself, say_there, take_out, walk_in
from rapport.events.meeting import times_met
from rapport.events.models import Attendance, Occurrence
from rapport.groups.models import Group, Membership
from rapport.journal.models import Toward
from rapport.journal.work import read_all
from rapport.members.blocking import block
from rapport.members.models import Member
from rapport.ties.linking import link
from rapport.ties.models import Touch

pytestmark = pytest.mark.django_db


def was_at(date: Occurrence, *members: Member) -> None:
    for member in members:
        check_in(occurrence=date, member=member, by=member, now=date.starts_at)


def test_the_list_opens_before_and_ends_when_it_is_closed() -> None:
    mo, ann = cast.mo(), cast.ann()
    date = evening(mo)
    with pytest.raises(ValueError, match="closed"):
        check_in(occurrence=date, member=ann, by=mo, now=cast.MORNING)
    was_at(date, ann, ann)
    close(occurrence=date, now=date.ends_at)
    with pytest.raises(ValueError, match="closed"):
        walk_in(occurrence=date, name="Late Larry", by=mo, now=date.ends_at)
    assert Attendance.objects.count() == 1


def test_somebody_from_outside_is_a_name_and_a_slip_can_be_undone() -> None:
    mo = cast.mo()
    date = evening(mo)
    there = walk_in(occurrence=date, name="Brigid O'Daly", by=mo, now=date.starts_at)
    assert walk_in(occurrence=date, name="Brigid O'Daly", by=mo, now=date.starts_at) == there
    take_out(occurrence=date, attendance=there, now=date.starts_at)
    assert not Attendance.objects.exists()


def test_those_who_met_warm_the_books_of_whoever_knows_them() -> None:
    ann, bo, cy = cast.ann(), cast.bo(), cast.cy()
    link(person=cast.known(ann, "Bo Lindqvist"), member=bo, now=cast.MORNING)
    link(person=cast.known(bo, "Ann Okafor"), member=ann, now=cast.MORNING)
    date = evening(cast.mo())
    was_at(date, ann, bo, cy)
    for _ in range(2):
        close(occurrence=date, now=date.ends_at)
    read_all()
    touches = Touch.objects.select_related("interaction__book__owner")
    found = sorted((one.interaction.book.owner.handle, one.direction, one.interaction.kind) for one in touches)
    assert found == [("ann", "both", "meeting"), ("bo", "both", "meeting")]
    assert Toward.objects.count() == 3  # every pair once


def test_a_link_made_later_finds_the_meeting() -> None:
    ann, bo = cast.ann(), cast.bo()
    date = evening(cast.mo())
    was_at(date, ann, bo)
    close(occurrence=date, now=date.ends_at)
    link(person=cast.known(bo, "Ann Okafor"), member=ann, now=cast.MORNING)
    assert Touch.objects.get().direction == "both"


def test_a_room_too_full_is_nobody_s_meeting() -> None:
    date = evening(cast.mo())
    was_at(date, *guests(51))
    close(occurrence=date, now=date.ends_at)
    assert not Toward.objects.exists()


def test_the_hidden_and_the_blocked_met_nobody() -> None:
    mo, ann, bo, cy = cast.mo(), cast.ann(), cast.bo(), cast.cy()
    date = evening(mo)
    says(date, cy, is_shown=False)
    was_at(date, ann, bo, cy)
    block(by=ann, other=bo, now=cast.MORNING)
    close(occurrence=date, now=date.ends_at)
    assert not Toward.objects.exists()
    assert times_met(ann, cy) == 0


def test_one_may_say_so_oneself_where_the_event_allows_it() -> None:
    mo, ann, bo = cast.mo(), cast.ann(), cast.bo()
    date, strict = evening(mo), evening(mo, title="Strict", may_say_there=False)
    was_at(date, ann)
    close(occurrence=date, now=date.ends_at)
    for _ in range(2):
        say_there(occurrence=date, member=bo, now=date.ends_at)
    assert [one.member for one in Toward.objects.all()] == [ann]
    for late, at in ((strict, strict.ends_at), (date, date.ends_at + timedelta(days=15)), (date, cast.MORNING)):
        with pytest.raises(ValueError, match="organisers"):
            say_there(occurrence=late, member=bo, now=at)


def test_a_list_that_nobody_closes_is_closed_the_day_after(monkeypatch: pytest.MonkeyPatch) -> None:
    date = evening(cast.mo())
    was_at(date, cast.ann(), cast.bo())
    monkeypatch.setattr("rapport.kit.clock.now", lambda: date.ends_at + timedelta(hours=25))
    close_by_itself.func({})
    date.refresh_from_db()
    assert date.checked_at is not None
    assert Toward.objects.count() == 1


def test_how_often_two_met_is_counted_by_the_dates_both_were_at() -> None:
    mo, ann, bo = cast.mo(), cast.ann(), cast.bo()
    series = event(mo, rule="FREQ=WEEKLY;BYDAY=TH;COUNT=3")
    first, second, third = Occurrence.objects.filter(event=series).order_by("day")
    was_at(first, ann, bo)
    was_at(second, ann, bo)
    was_at(third, ann)
    assert times_met(ann, bo) == times_met(bo, ann) == 2
    Occurrence.objects.filter(pk=second.pk).update(cancelled_at=cast.MORNING)
    assert times_met(ann, bo) == 1


def test_the_door_on_a_phone(monkeypatch: pytest.MonkeyPatch) -> None:
    mo, ann = cast.mo(), cast.ann()
    date = evening(mo)
    says(date, ann, guests=2)
    monkeypatch.setattr("rapport.kit.clock.now", lambda: date.starts_at)
    door, browser = f"/events/{date.event_id}/check-in/", as_member(mo)
    assert "with 2 guests" in words(browser.get(door))
    browser.post(door, {"here": "ann"})
    browser.post(door, {"walk_in": "Brigid O'Daly"})
    page = words(browser.get(door))
    assert "Nobody is left on the list." in page
    assert "not a member here" in page
    assert "There is no member @nobody here." in words(browser.post(door, {"walk_in": "@nobody"}, follow=True))
    browser.post(door, {"out": Attendance.objects.get(member=None).pk})
    browser.post(door, {"close": "1"})
    assert [one.member for one in Attendance.objects.all()] == [ann]
    assert "The list is closed." in words(browser.get(door))


def test_the_door_is_not_there_for_those_who_do_not_run_it() -> None:
    mo, ann = cast.mo(), cast.ann()
    group = Group.objects.create(handle="chapter", name="Chapter")
    Membership.objects.create(group=group, member=ann, role="organiser")
    made = event(mo)
    for address in ("check-in/", "edit/"):
        assert as_member(ann).get(f"{made.path}{address}").status_code == 404
    theirs = event(ann, group=group)
    assert as_member(ann).get(f"{theirs.path}check-in/").status_code == 200
    Membership.objects.all().delete()
    assert as_member(ann).get(f"{theirs.path}check-in/").status_code == 404
