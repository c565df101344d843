"""What the clock on the wall shows, over the nights on which it is changed."""

from datetime import UTC, date, datetime, time

from rapport.events.hours import is_skipped, is_twice, minutes_between, moment, wall
from rapport.events.models import Event
from rapport.events.saying import how_often_said

LONDON = "Europe/London"


def test_an_evening_keeps_its_hour_when_the_clocks_change() -> None:
    summer, winter = moment(date(2026, 10, 22), time(18, 30), LONDON), moment(date(2026, 10, 29), time(18, 30), LONDON)
    assert (summer.hour, winter.hour) == (17, 18)
    assert wall(summer, LONDON).time() == wall(winter, LONDON).time() == time(18, 30)


def test_an_hour_that_is_jumped_over_begins_behind_the_gap() -> None:
    on, at = date(2027, 3, 28), time(1, 30)
    assert is_skipped(on, at, LONDON)
    assert moment(on, at, LONDON) == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)
    assert wall(moment(on, at, LONDON), LONDON).time() == time(2, 30)


def test_an_hour_that_comes_twice_is_the_first() -> None:
    on, at = date(2026, 10, 25), time(1, 30)
    assert is_twice(on, at, LONDON)
    assert moment(on, at, LONDON) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert not is_twice(on, time(3, 0), LONDON)


def test_a_night_over_the_change_lasts_as_long_as_it_lasts() -> None:
    night = ((date(2027, 3, 27), time(22, 0)), (date(2027, 3, 28), time(4, 0)))
    assert minutes_between(*night, LONDON) == 5 * 60


def test_how_often_it_comes_is_said_with_its_end() -> None:
    weekly = "FREQ=WEEKLY;BYDAY=TH"
    for more, said in (("", ""), (";COUNT=3", ", 3 times in all"), (";UNTIL=20270401", ", until 1 April 2027")):
        assert how_often_said(Event(rule=weekly + more)) == f"every week{said}"
