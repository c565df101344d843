"""Events in other calendars, read back by other eyes."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from dateutil.rrule import rrulestr

import cast
from events.gathering import event, says
from people.pages import as_member, words
from rapport.calendars.ics import calendar, series
from rapport.events.calling_off import call_off, call_off_date, move_date
from rapport.events.models import CalendarKey, Event, Occurrence
from rapport.groups.models import Group, Membership
from rapport.kit.discretion import Discreet
from rapport.members.models import Account, Member

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")


def file_of(made: Event) -> bytes:
    return calendar(series(made, Occurrence.objects.filter(event=made).order_by("day"), cast.MORNING), made.title)


def read(raw: bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(raw).walk("VEVENT"))


def begins(master: Any) -> list[datetime]:
    """The moments of a series as another program counts them: by the wall, then into the world."""
    start = master["DTSTART"].dt
    rule = rrulestr(f"RRULE:{master['RRULE'].to_ical().decode()}", dtstart=start)
    left_out = master.get("EXDATE", [])
    left_out = left_out if isinstance(left_out, list) else [left_out]
    out = {at.dt for group in left_out for at in group.dts}
    return [at.astimezone(UTC) for at in islice(rule, 200) if at not in out]


@pytest.mark.parametrize(
    ("zone", "first"), [("Europe/London", date(2027, 3, 4)), ("America/New_York", date(2026, 10, 22)), ("UTC", None)]
)
def test_a_series_over_the_change_of_clocks_is_the_same_in_rows_and_in_the_file(zone: str, first: date | None) -> None:
    made = event(cast.mo(), on=first or date(2026, 11, 19), zone=zone, rule="FREQ=WEEKLY;BYDAY=TH;UNTIL=20270401")
    Occurrence.objects.filter(event=made).order_by("-day")
    dates = list(Occurrence.objects.filter(event=made).order_by("day"))
    (master,) = read(file_of(made))
    expected = [one.starts_at for one in dates]
    assert [at for at in begins(master) if at >= expected[0]][-len(expected) + 1 :] == expected[1:]
    assert begins(master)[-1] == expected[-1]


def test_dates_called_off_and_moved_are_told() -> None:
    mo = cast.mo()
    made = event(mo, rule="FREQ=WEEKLY;BYDAY=TH;COUNT=4")
    _, second, third, _ = Occurrence.objects.filter(event=made).order_by("day")
    call_off_date(occurrence=second, by=mo, now=cast.MORNING)
    move_date(occurrence=third, on=date(2026, 12, 4), at=time(12, 0), by=mo, now=cast.MORNING)
    made.refresh_from_db()
    master, moved = read(file_of(made))
    assert second.starts_at not in begins(master)
    assert moved["RECURRENCE-ID"].dt == datetime(2026, 12, 3, 18, 30, tzinfo=LONDON)
    assert moved["DTSTART"].dt == datetime(2026, 12, 4, 12, 0, tzinfo=LONDON)
    assert (moved["UID"], int(master["SEQUENCE"])) == (master["UID"], 2)


def test_an_event_called_off_says_so() -> None:
    mo = cast.mo()
    made = event(mo)
    call_off(event=made, by=mo, now=cast.MORNING)
    made.refresh_from_db()
    assert read(file_of(made))[0]["STATUS"] == "CANCELLED"


def test_no_name_can_begin_a_line_and_no_letter_is_cut() -> None:
    title = "Öl\r\nATTENDEE:mailto:x@y.example\n" + "日本語" * 60
    made = event(cast.mo(), title=title[:200], about="a;b,c\\n\r\nEND:VEVENT\r\nBEGIN:VALARM\x07", place="Hall\r\nX:1")
    raw = file_of(made)
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    raw.decode()
    (found,) = read(raw)
    assert not {"ATTENDEE", "X"} & set(found)
    assert not found.subcomponents
    assert str(found["SUMMARY"]).startswith("Öl ATTENDEE:mailto")
    assert "END:VEVENT" in str(found["DESCRIPTION"])


def test_a_gap_in_the_night_is_written_as_it_is_held() -> None:
    made = event(cast.mo(), on=date(2027, 3, 28), at=time(1, 30), minutes=60)
    assert read(file_of(made))[0]["DTSTART"].dt.astimezone(UTC) == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)


def keyed(member: Member) -> str:
    page = words(as_member(member).post("/events/calendar/"))
    return page.partition("/calendars/")[2].partition(".ics")[0]


def test_one_s_own_calendar_opens_by_a_secret_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rapport.kit.clock.now", lambda: cast.MORNING)
    mo, ann = cast.mo(), cast.ann()
    made = event(mo, mode="online", link="https://rooms.example/x", rule="FREQ=WEEKLY;BYDAY=TH")
    first, second = Occurrence.objects.filter(event=made).order_by("day")[:2]
    says(first, ann)
    says(second, ann, "maybe")
    key = keyed(ann)
    outside = as_member(ann)
    outside.logout()
    answer = outside.get(f"/calendars/{key}.ics")
    found = {str(one["UID"]).split("@")[0]: one for one in read(answer.content)}
    assert {uid[-8:]: str(one["STATUS"]) for uid, one in found.items()} == {
        "20261119": "CONFIRMED",
        "20261126": "TENTATIVE",
    }
    assert answer.content.replace(b"\r\n ", b"").count(b"rooms.example") == 1
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["X-Robots-Tag"].startswith("noindex")
    assert answer["Referrer-Policy"] == "no-referrer"


def test_a_key_ends_when_it_is_made_anew_taken_back_or_its_owner_suspended() -> None:
    ann = cast.ann()
    browser = as_member(ann)
    first = keyed(ann)
    second = keyed(ann)
    assert [browser.get(f"/calendars/{key}.ics").status_code for key in (first, second)] == [404, 200]
    assert second not in words(browser.get("/events/calendar/"))
    assert second not in str(CalendarKey.objects.values())
    Account.objects.update(is_active=False)
    assert browser.get(f"/calendars/{second}.ics").status_code == 404
    Account.objects.update(is_active=True)
    as_member(ann).post("/events/calendar/", {"take_back": "1"})
    assert browser.get(f"/calendars/{second}.ics").status_code == 404


def test_a_group_s_calendar_holds_what_the_reader_may_see() -> None:
    mo, ann = cast.mo(), cast.ann()
    group = Group.objects.create(handle="chapter", name="Chapter")
    for one in (mo, ann):
        Membership.objects.create(group=group, member=one)
    for audience in ("everyone", "group"):
        event(mo, title=audience, group=group, audience=audience)
    outside = as_member(ann)
    inside = f"/calendars/{keyed(ann)}.ics?group=chapter"
    outside.logout()
    for address, titles in (("/groups/chapter/events.ics", {"everyone"}), (inside, {"everyone", "group"})):
        assert {str(one["SUMMARY"]) for one in read(outside.get(address).content)} == titles
    assert outside.get("/groups/nowhere/events.ics").status_code == 404


def test_the_secret_word_is_in_no_log() -> None:
    assert "hushhush" not in Discreet("%(message)s").formatMessage(_record("GET /calendars/hushhush.ics 500"))


def _record(message: str) -> Any:
    class Said:
        def __init__(self) -> None:
            self.message, self.asctime = message, ""

    return Said()


def test_a_day_without_end_stays_a_file_of_a_few_lines() -> None:
    made = event(cast.mo(), rule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", now=cast.MORNING - timedelta(days=1))
    assert len(read(file_of(made))) == 1


def test_each_group_has_its_address_where_the_key_is_shown() -> None:
    ann = cast.ann()
    group = Group.objects.create(handle="chapter", name="Harbour Chapter")
    Membership.objects.create(group=group, member=ann)
    browser = as_member(ann)
    assert "?group=chapter" in words(browser.post("/events/calendar/"))
    assert "?group=chapter" not in words(browser.get("/events/calendar/"))
