"""The dates one comes to, by mail into one's calendar: put in, moved, taken out; each said once."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from django.test import Client

import cast
from calendars.mailing import calendars, entry_of, letters, methods, work
from events.gathering import evening, event, guests, says
from groups.harbour import chapter
from rapport.calendars import ics
from rapport.events.calling_off import call_off, call_off_date, hold_after_all, move_date
from rapport.events.make import change
from rapport.events.models import Appointment, Event, Occurrence
from rapport.events.rsvp import leave
from rapport.groups.closing import close, reopen
from rapport.members.blocking import block, mute
from rapport.members.models import Account
from rapport.notices.calendar import choose_calendar_mail, stop_path
from rapport.notices.stopping import hear_by

pytestmark = pytest.mark.django_db
NOW = cast.MORNING
LONDON = ZoneInfo("Europe/London")


@pytest.fixture(autouse=True)
def _this_morning(settings: Any) -> None:
    settings.CLOCK_FIXED = NOW
    settings.EMAIL_BACKEND = "rapport.mailroom.tray.TrayBackend"


def test_who_says_yes_gets_the_date_into_their_calendar() -> None:
    ann = cast.ann()
    evening_ = evening(cast.mo())
    says(evening_, ann)
    work()
    ((method, entry),) = calendars(ann)
    assert method == "REQUEST"
    assert entry["DTSTART"].dt == datetime(2026, 11, 19, 18, 30, tzinfo=LONDON)
    assert entry["UID"] == ics.uid(evening_.event)
    assert (entry["STATUS"], entry["LOCATION"]) == ("CONFIRMED", "Harbour Hall")
    assert entry["ATTENDEE"] == "mailto:ann@town.example"
    assert entry["ATTENDEE"].params["PARTSTAT"] == "ACCEPTED"


def test_it_names_nobody_s_address_but_the_reader_s() -> None:
    ann, mo = cast.ann(), cast.mo()
    says(evening(mo), ann)
    work()
    (mail,) = letters(ann)
    assert calendars(ann)[0][1]["ORGANIZER"] == "mailto:rapport@127.0.0.1"
    assert "rapport@127.0.0.1" in mail["From"]
    assert "mo@town.example" not in mail.as_string()


def test_programs_and_people_both_find_it() -> None:
    """Words first, then the part that programs act on; the same once more as a file."""
    ann = cast.ann()
    says(evening(cast.mo(), title="Käse & Wein, “zusammen”"), ann)
    work()
    (mail,) = letters(ann)
    both, file = mail.iter_parts()
    assert [part.get_content_type() for part in both.iter_parts()] == ["text/plain", "text/calendar"]
    assert (file.get_content_type(), file.get_filename()) == ("application/ics", "invite.ics")
    assert icalendar.Calendar.from_ical(file.get_content()).walk("VTIMEZONE")
    words = both.get_body(("plain",)).get_content()
    assert "To answer otherwise, open http" in words
    assert "are not read" in words
    assert entry_of(mail)[1]["SUMMARY"] == "Käse & Wein, “zusammen”"


def test_the_worker_may_come_twice_and_the_same_answer_given_again_says_nothing_new() -> None:
    ann = cast.ann()
    evening_ = evening(cast.mo())
    for _ in range(2):
        says(evening_, ann)
        work()
        work()
    assert methods(ann) == ["REQUEST"]


def test_another_time_or_place_is_told_and_other_words_are_not() -> None:
    ann, mo = cast.ann(), cast.mo()
    evening_ = evening(mo)
    says(evening_, ann)
    work()
    made = Event.objects.get()
    for name, value in (("about", "Bring a pen."), ("place", "Moretti’s"), ("at", time(19))):
        setattr(made, name, value)
        change(event=made, by=mo, now=NOW)
        work()
    entries = [entry for _, entry in calendars(ann)]
    assert methods(ann) == ["REQUEST"] * 3
    assert entries[1]["LOCATION"] == "Moretti’s"
    assert entries[2]["DTSTART"].dt.hour == 19
    numbers = [entry["SEQUENCE"] for entry in entries]
    assert numbers == sorted(set(numbers))
    assert len({entry["UID"] for entry in entries}) == 1
    assert letters(ann)[2]["Subject"].startswith("Changed: ")


def test_who_declines_has_it_taken_out_and_who_comes_after_all_put_in_again() -> None:
    ann = cast.ann()
    evening_ = evening(cast.mo())
    for what in ("yes", "no", "yes"):
        says(evening_, ann, what)
        work()
    assert methods(ann) == ["REQUEST", "CANCEL", "REQUEST"]
    numbers = [entry["SEQUENCE"] for _, entry in calendars(ann)]
    assert numbers == sorted(set(numbers))
    assert calendars(ann)[1][1]["STATUS"] == "CANCELLED"
    assert letters(ann)[1]["Subject"].startswith("You do not come: ")


def test_answers_changed_before_the_worker_came_are_one_mail_or_none() -> None:
    ann, bo = cast.ann(), cast.bo()
    evening_ = evening(cast.mo())
    for what in ("yes", "no"):
        says(evening_, ann, what)
    for what in ("no", "yes"):
        says(evening_, bo, what)
    work()
    assert (methods(ann), methods(bo)) == ([], ["REQUEST"])


def test_who_waits_hears_once_the_place_is_theirs() -> None:
    first, second = guests(2)
    evening_ = evening(cast.mo(), capacity=1)
    says(evening_, first)
    says(evening_, second)
    work()
    assert methods(second) == []
    says(evening_, first, "no")
    work()
    assert methods(second) == [], "offered is not taken"
    says(evening_, second)
    work()
    assert methods(second) == ["REQUEST"]


def test_a_cancelled_event_is_taken_out_of_every_calendar() -> None:
    ann, mo = cast.ann(), cast.mo()
    says(evening(mo), ann)
    work()
    call_off(event=Event.objects.get(), by=mo, now=NOW)
    work()
    assert methods(ann) == ["REQUEST", "CANCEL"]
    assert letters(ann)[1]["Subject"].startswith("Cancelled: ")


def test_of_a_series_one_date_is_called_off_moved_and_held_after_all() -> None:
    ann, mo = cast.ann(), cast.mo()
    made = event(mo, rule="FREQ=WEEKLY;BYDAY=TH")
    first, second = Occurrence.objects.filter(event=made).order_by("day")[:2]
    for one in (first, second):
        says(one, ann)
    work()
    assert [entry["UID"] for _, entry in calendars(ann)] == [ics.uid(made, one.day) for one in (first, second)]
    call_off_date(occurrence=second, by=mo, now=NOW)
    work()
    hold_after_all(occurrence=second, now=NOW)
    work()
    move_date(occurrence=first, on=date(2026, 11, 20), at=time(19), by=mo, now=NOW)
    work()
    one, other = (ics.uid(made, day.day) for day in (first, second))
    assert [(method, entry["UID"]) for method, entry in calendars(ann)[2:]] == [
        ("CANCEL", other),
        ("REQUEST", other),
        ("REQUEST", one),
    ]
    assert calendars(ann)[4][1]["DTSTART"].dt == datetime(2026, 11, 20, 19, tzinfo=LONDON)


def test_who_does_not_want_it_gets_none_and_stopping_needs_no_sign_in() -> None:
    ann, bo, cy = cast.ann(), cast.bo(), cast.cy()
    evening_ = evening(cast.mo())
    choose_calendar_mail(ann, is_wanted=False)
    hear_by(bo, "never")
    assert Client(HTTP_HOST="127.0.0.1").post(stop_path(cy)).status_code == 200
    for one in (ann, bo, cy):
        says(evening_, one)
    work()
    assert [methods(one) for one in (ann, bo, cy)] == [[], [], []]
    choose_calendar_mail(bo, is_wanted=True)
    says(evening_, bo, guests=1)
    work()
    assert methods(bo) == ["REQUEST"], "asked for by itself it comes, whatever else is mailed"


def test_it_is_chosen_on_the_page_of_settings() -> None:
    ann = cast.ann()
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(ann.account)
    assert "The dates you come to" in client.get("/settings/").content.decode()
    client.post("/settings/notices/", {"way": "daily", "calendar": "no"})
    says(evening(cast.mo()), ann)
    work()
    assert methods(ann) == []
    assert client.get("/notices/stop/calendar/1:forged/").status_code == 404


def test_nothing_goes_to_the_suspended_nor_over_a_block_nor_of_the_muted() -> None:
    ann, bo, cy, mo = cast.ann(), cast.bo(), cast.cy(), cast.mo()
    evening_ = evening(mo)
    for one in (ann, bo, cy):
        says(evening_, one)
    work()
    Account.objects.filter(pk=ann.account_id).update(is_active=False)
    block(by=mo, other=bo, now=NOW)
    mute(by=cy, other=mo, now=NOW)
    call_off(event=Event.objects.get(), by=mo, now=NOW)
    work()
    assert [methods(one) for one in (ann, bo, cy)] == [["REQUEST"]] * 3
    assert not Appointment.objects.exclude(due_at=None).exists()


def test_who_leaves_the_answer_altogether_has_it_taken_out() -> None:
    ann = cast.ann()
    evening_ = evening(cast.mo())
    says(evening_, ann)
    work()
    leave(occurrence=evening_, member=ann, now=NOW)
    work()
    assert methods(ann) == ["REQUEST", "CANCEL"]


def test_with_its_group_a_date_is_closed_and_opened_again() -> None:
    ann, mo = cast.ann(), cast.mo()
    group = chapter(ann, led_by=mo)
    says(evening(mo, group=group), ann)
    work()
    close(by=mo, group=group, now=NOW)
    work()
    reopen(by=mo, group=group, now=NOW)
    work()
    assert methods(ann) == ["REQUEST", "CANCEL", "REQUEST"]
