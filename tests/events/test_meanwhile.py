"""Who comes to something that is about to be out of sight hears that it is off, while they still can."""

from datetime import timedelta

import pytest

import cast
from calendars.mailing import methods, work
from events.gathering import LATER, answers, evening, event, says
from groups.harbour import body, chapter
from hosting.test_removing import WHY, Members, heard
from rapport.events.calling_off import hold_after_all
from rapport.events.models import Occurrence
from rapport.groups.closing import close, close_by_host
from rapport.hosting.suspending import readmit, suspend
from rapport.members.blocking import block

pytestmark = pytest.mark.django_db
NOW = cast.MORNING


@pytest.fixture
def members(settings: object) -> Members:
    settings.CLOCK_FIXED = NOW  # type: ignore[attr-defined]
    settings.EMAIL_BACKEND = "rapport.mailroom.tray.TrayBackend"  # type: ignore[attr-defined]
    return cast.all_four()


def out(members: Members, days: int | None = None) -> None:
    until = None if days is None else NOW + timedelta(days=days)
    suspend(member=members["bo"], by=members["mo"], why=WHY, now=NOW, until=until)
    work()


def test_who_comes_to_something_of_a_suspended_member_hears_that_it_is_off(members: Members) -> None:
    date = evening(members["bo"])
    says(date, members["ann"])
    says(date, members["cy"], "maybe")
    work()
    out(members)
    assert methods(members["ann"]) == ["REQUEST", "CANCEL"]
    assert heard(members["ann"]) == heard(members["cy"]) == ["LinkedAmaranth is cancelled"]
    assert "Bo Lindqvist" not in body(members["ann"], "/notices/")
    assert body(members["ann"], date.event.path) == ""


def test_who_is_back_holds_it_after_all_or_not_and_nobody_hears_anything_before(members: Members) -> None:
    date = evening(members["bo"])
    says(date, members["ann"])
    work()
    out(members, days=1)
    readmit(member=members["bo"], by=members["mo"], now=LATER)
    work()
    assert methods(members["ann"]) == ["REQUEST", "CANCEL"]
    assert heard(members["ann"]) == ["LinkedAmaranth is cancelled"]
    hold_after_all(occurrence=Occurrence.objects.get(), now=NOW)
    work()
    assert methods(members["ann"]) == ["REQUEST", "CANCEL", "REQUEST"]
    assert answers(date)["ann"] == "yes"


def test_what_is_held_when_they_are_back_stands_unless_they_are_out_for_longer(members: Members) -> None:
    date = evening(members["bo"], on=(NOW + timedelta(days=9)).date())
    says(date, members["ann"])
    work()
    out(members, days=7)
    assert methods(members["ann"]) == ["REQUEST"]
    assert heard(members["ann"]) == []
    out(members, days=30)
    assert methods(members["ann"]) == ["REQUEST", "CANCEL"]
    assert heard(members["ann"]) == ["LinkedAmaranth is cancelled"]


def test_of_a_series_those_dates_are_off_that_are_meanwhile(members: Members) -> None:
    first = evening_of_series(members)
    says(first, members["ann"])
    work()
    out(members, days=7)
    assert Occurrence.objects.filter(cancelled_at=NOW).count() == 1
    assert heard(members["ann"]) == ["LinkedAmaranth, Thursday 19 November is cancelled"]


def evening_of_series(members: Members) -> Occurrence:
    made = event(members["bo"], rule="FREQ=WEEKLY;COUNT=5")
    return Occurrence.objects.filter(event=made).select_related("event").order_by("starts_at")[0]


def test_what_a_group_holds_goes_on_with_its_other_members(members: Members) -> None:
    group = chapter(members["ann"], led_by=members["bo"])
    date = evening(members["bo"], group=group)
    says(date, members["ann"])
    work()
    out(members)
    assert methods(members["ann"]) == ["REQUEST"]
    assert Occurrence.objects.get().cancelled_at is None


def test_who_was_blocked_since_reads_nothing_of_it(members: Members) -> None:
    date = evening(members["bo"])
    says(date, members["ann"])
    out(members)
    block(by=members["bo"], other=members["ann"], now=NOW)
    assert heard(members["ann"]) == []


def test_guests_from_outside_hear_that_a_group_was_removed_with_its_gatherings(members: Members) -> None:
    group = chapter(members["ann"], led_by=members["mo"])
    date = evening(members["mo"], group=group, audience="members")
    for guest in ("ann", "bo", "cy"):
        says(date, members[guest])
    work()
    block(by=members["cy"], other=members["bo"], now=NOW)
    concerned = close_by_host(group=group, by=members["mo"], now=NOW)
    work()
    assert [methods(members[guest]) for guest in ("ann", "bo", "cy")] == [["REQUEST", "CANCEL"]] * 3
    assert {one.handle for one in concerned} == {"ann", "bo", "cy", "mo"}
    assert body(members["bo"], date.event.path) == ""


def test_a_group_that_its_organiser_closed_before_is_removed_without_a_second_mail(members: Members) -> None:
    group = chapter(led_by=members["mo"])
    date = evening(members["mo"], group=group, audience="members")
    says(date, members["bo"])
    work()
    close(by=members["mo"], group=group, now=NOW)
    work()
    close_by_host(group=group, by=members["mo"], now=LATER)
    work()
    assert methods(members["bo"]) == ["REQUEST", "CANCEL"]
