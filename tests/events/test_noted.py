"""At the door somebody is noted who never said that they come: they are asked."""

from datetime import timedelta

import pytest

import cast
from events.gathering import evening, event, says
from groups.harbour import belongs, chapter
from people.pages import as_member, words
from rapport.events.checkin import check_in, close, close_by_itself, say_there, take_out
from rapport.events.coming import who_were_there
from rapport.events.models import Attendance, Occurrence, Speaker
from rapport.events.noted import ASKED_FOR, take_off
from rapport.groups import guests
from rapport.journal.models import Deed, Toward
from rapport.members.models import Member

pytestmark = pytest.mark.django_db


def noted(date: Occurrence, member: Member, by: Member) -> Attendance:
    return check_in(occurrence=date, member=member, by=by, now=date.starts_at)


def asks(member: Member) -> bool:
    return Deed.objects.filter(verb="event.noted", towards__member=member).exists()


def test_who_answered_waits_or_speaks_is_simply_there() -> None:
    mo, ann, bo, cy = cast.mo(), cast.ann(), cast.bo(), cast.cy()
    date = evening(mo, capacity=1)
    says(date, ann)
    says(date, bo)
    Speaker.objects.create(event=date.event, member=cy, agreed_at=cast.MORNING)
    assert not any(noted(date, who, mo).is_asked for who in (ann, bo, cy, mo))


def test_a_guest_of_the_group_is_there_and_a_stranger_to_it_cannot_be_noted() -> None:
    mo, ann, cy = cast.mo(), cast.ann(), cast.cy()
    group = chapter(led_by=mo)
    belongs(group, ann)
    date = evening(mo, group=group, audience="group")
    with pytest.raises(ValueError, match="not for them to see"):
        noted(date, cy, mo)
    guests.ask_to_visit(member=cy, group=group, now=cast.MORNING)
    guests.receive(by=mo, member=cy, group=group, now=cast.MORNING)
    assert not noted(date, cy, mo).is_asked
    assert noted(date, ann, mo).is_asked, "of the group, but she never answered"


def test_until_they_say_so_nobody_reads_it_and_they_met_nobody() -> None:
    mo, ann, bo = cast.mo(), cast.ann(), cast.bo()
    date = evening(mo)
    says(date, ann)
    noted(date, ann, mo)
    assert noted(date, bo, mo).is_asked
    assert asks(bo)
    close(occurrence=date, now=date.ends_at)
    assert list(who_were_there(date, ann)) == []
    assert not Toward.objects.filter(deed__verb="event.meet").exists()
    say_there(occurrence=date, member=bo, now=date.ends_at + timedelta(days=1))
    assert list(who_were_there(date, ann)) == [bo]
    assert Toward.objects.get(deed__verb="event.meet").member == ann
    assert not asks(bo)


def test_who_says_no_is_off_the_list_and_is_not_noted_again() -> None:
    mo, bo = cast.mo(), cast.bo()
    date = evening(mo)
    noted(date, bo, mo)
    take_off(occurrence=date, member=bo, now=date.starts_at)
    assert not Attendance.objects.exists()
    assert not asks(bo)
    with pytest.raises(ValueError, match="do not want"):
        noted(date, bo, mo)


def test_a_slip_at_the_door_asks_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    mo, bo = cast.mo(), cast.bo()
    date = evening(mo)
    take_out(occurrence=date, attendance=noted(date, bo, mo), now=date.starts_at)
    assert not asks(bo)
    noted(date, bo, mo)
    monkeypatch.setattr("rapport.kit.clock.now", lambda: date.starts_at + ASKED_FOR)
    close_by_itself.func({})
    assert not Attendance.objects.exists(), "who never says so was not there"
    assert not asks(bo)


def test_one_takes_oneself_off_while_the_list_is_open() -> None:
    mo, bo = cast.mo(), cast.bo()
    date = evening(mo)
    says(date, bo)
    noted(date, bo, mo)
    take_off(occurrence=date, member=bo, now=date.starts_at)
    assert not Attendance.objects.exists()
    noted(date, bo, mo)
    close(occurrence=date, now=date.ends_at)
    take_off(occurrence=date, member=bo, now=date.ends_at)
    assert Attendance.objects.get().member == bo, "by then others wrote down whom they met"


def test_the_question_stands_on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    mo, bo = cast.mo(), cast.bo()
    made = event(mo, may_say_there=False)
    date = Occurrence.objects.get(event=made)
    monkeypatch.setattr("rapport.kit.clock.now", lambda: date.starts_at)
    as_member(mo).post(f"{made.path}check-in/", {"walk_in": "@bo"})
    assert "is asked" in words(as_member(mo).get(f"{made.path}check-in/"))
    browser = as_member(bo)
    assert "noted that you came. Is that so?" in words(browser.get(made.path))
    browser.post(f"{made.path}was-there/", {"says": "yes"})
    assert "It is noted that you came." in words(browser.get(made.path))
    browser.post(f"{made.path}was-there/", {"says": "no"})
    assert not Attendance.objects.exists()


def test_before_it_begins_nobody_has_met_anybody(monkeypatch: pytest.MonkeyPatch) -> None:
    mo, bo = cast.mo(), cast.bo()
    date = evening(mo)
    before = date.starts_at - timedelta(minutes=20)
    monkeypatch.setattr("rapport.kit.clock.now", lambda: before)
    check_in(occurrence=date, member=bo, by=mo, now=before)
    answer = as_member(bo).post(f"/events/{date.event_id}/was-there/", {"says": "yes"}, follow=True)
    assert answer.status_code == 200
    browser, door = as_member(mo), f"/events/{date.event_id}/check-in/"
    assert "Close the list" not in words(browser.get(door))
    assert "It has not begun yet." in words(browser.post(door, {"close": "1"}, follow=True))
