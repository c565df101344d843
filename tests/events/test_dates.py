"""The dates of a series as rows."""

from datetime import date, time, timedelta

import pytest
from django.utils.timezone import localtime

import cast
from events.gathering import event, says
from rapport.events.calling_off import call_off_date, hold_after_all, move_date
from rapport.events.dates import AHEAD, MOST_AHEAD, lay_out, lay_out_further
from rapport.events.make import change
from rapport.events.models import Event, Occurrence
from rapport.journal.models import Deed

pytestmark = pytest.mark.django_db
WEEKLY = "FREQ=WEEKLY;BYDAY=TH"


def days_of(made: Event) -> list[date]:
    return list(Occurrence.objects.filter(event=made).order_by("day").values_list("day", flat=True))


def test_a_series_without_end_is_laid_out_as_far_as_one_plans() -> None:
    found = days_of(event(cast.mo(), rule=WEEKLY))
    assert found[:2] == [date(2026, 11, 19), date(2026, 11, 26)]
    assert len(found) <= MOST_AHEAD
    assert found[-1] <= (cast.MORNING + AHEAD).date()


def test_it_goes_on_as_time_does(monkeypatch: pytest.MonkeyPatch) -> None:
    made = event(cast.mo(), rule=WEEKLY)
    monkeypatch.setattr("rapport.kit.clock.now", lambda: cast.MORNING + timedelta(days=70))
    before = days_of(made)[-1]
    lay_out_further.func({})
    assert days_of(made)[-1] > before


def test_each_date_begins_at_the_same_hour_of_the_wall() -> None:
    made = event(cast.mo(), on=date(2027, 3, 18), rule=f"{WEEKLY};COUNT=3")
    begins = Occurrence.objects.filter(event=made).order_by("day").values_list("starts_at", flat=True)
    assert [at.hour for at in begins] == [18, 18, 17]
    assert [localtime(at).minute for at in begins] == [30, 30, 30]


def test_a_date_that_is_moved_stays_where_it_was_put() -> None:
    mo = cast.mo()
    made = event(mo, rule=WEEKLY)
    second = Occurrence.objects.filter(event=made).order_by("day")[1]
    move_date(occurrence=second, on=date(2026, 11, 27), at=time(12, 0), by=mo, now=cast.MORNING)
    made.refresh_from_db()
    made.at = time(20, 0)
    change(event=made, by=mo, now=cast.MORNING)
    first, second = Occurrence.objects.filter(event=made).order_by("day")[:2]
    assert first.starts_at.hour == 20
    assert (second.day, second.starts_at.day, second.starts_at.hour) == (date(2026, 11, 26), 27, 12)


def test_a_date_called_off_tells_those_who_answered_and_can_be_held_after_all() -> None:
    mo, bo = cast.mo(), cast.bo()
    made = event(mo, rule=WEEKLY)
    second = Occurrence.objects.filter(event=made).order_by("day")[1]
    says(second, bo)
    call_off_date(occurrence=second, by=mo, now=cast.MORNING)
    call_off_date(occurrence=second, by=mo, now=cast.MORNING)
    deed = Deed.objects.get(verb="event.cancel")
    assert (deed.subject, [one.member for one in deed.towards.all()]) == (f"event:{made.pk}.2026-11-26", [bo])
    hold_after_all(occurrence=second, now=cast.MORNING)
    second.refresh_from_db()
    assert second.cancelled_at is None


def test_what_lies_in_the_past_is_not_moved_nor_anything_into_it() -> None:
    mo = cast.mo()
    at = Occurrence.objects.get(event=event(mo))
    for on, now in ((date(2026, 11, 18), cast.MORNING), (date(2026, 12, 1), at.ends_at)):
        with pytest.raises(ValueError, match="in the past"):
            move_date(occurrence=at, on=on, at=time(9), by=mo, now=now)


def test_a_rule_that_changes_drops_what_nobody_answered_and_calls_off_the_rest() -> None:
    mo, bo = cast.mo(), cast.bo()
    made = event(mo, rule=WEEKLY)
    answered = Occurrence.objects.filter(event=made).order_by("day")[1]
    says(answered, bo)
    made.refresh_from_db()
    made.rule = f"{WEEKLY};INTERVAL=2"
    change(event=made, by=mo, now=cast.MORNING)
    answered.refresh_from_db()
    assert answered.cancelled_at is not None
    assert days_of(made)[:3] == [date(2026, 11, 19), date(2026, 11, 26), date(2026, 12, 3)]
    assert date(2026, 12, 10) not in days_of(made)


def test_a_single_date_takes_its_answers_along() -> None:
    mo, bo = cast.mo(), cast.bo()
    made = event(mo)
    says(Occurrence.objects.get(event=made), bo)
    made.refresh_from_db()
    made.on = date(2026, 11, 20)
    change(event=made, by=mo, now=cast.MORNING)
    date_now = Occurrence.objects.get(event=made)
    assert (date_now.day, date_now.answers.get().answer) == (date(2026, 11, 20), "yes")
    assert [one.member for one in Deed.objects.get(verb="event.move").towards.all()] == [bo]


def test_laying_out_twice_changes_nothing() -> None:
    made = event(cast.mo(), rule=WEEKLY)
    before = days_of(made)
    assert lay_out(made, cast.MORNING) == []
    assert days_of(made) == before
