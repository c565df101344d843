"""It's been a while: who has gone quiet, in which order."""

from datetime import date, timedelta

import numpy as np
import pytest

import cast
from people.pages import as_member, words
from rapport.people.models import Person
from rapport.ties.cold import never_written, quiet_ones
from rapport.ties.quiet import gone_quiet, in_order
from rapport.ties.record import log
from rapport.ties.rest import rest, set_cadence

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 19)


@pytest.fixture(autouse=True)
def _morning(settings) -> None:  # type: ignore[no-untyped-def]
    settings.CLOCK_FIXED = cast.MORNING


def touched(person: Person, *back: int, way: str = "both", kind: str = "call") -> None:
    for days in back:
        on = TODAY - timedelta(days)
        log(people=[person], kind=kind, channel="phone", direction=way, now=cast.MORNING, on=on)


def test_quiet_is_long_in_itself_and_for_these_two() -> None:
    silence = np.array([59.0, 60.0, 100.0, 130.0, np.nan])
    days = np.array([9.0, 9.0, 5.0, 5.0, 0.0])
    last = 1000 - silence
    first = last - np.array([80.0, 80.0, 240.0, 240.0, np.nan])  # every 10 days, every 60 days
    assert gone_quiet(silence, days, first, last).tolist() == [False, True, False, True, False]


def test_the_likeliest_come_first_and_the_owner_s_wish_before_them() -> None:
    silence, days = np.array([100.0, 100.0, 400.0]), np.array([3.0, 30.0, 30.0])
    assert in_order(silence, days, np.array([0, 0, 0])).tolist() == [1, 2, 0]
    assert in_order(silence, days, np.array([1, 0, 0])).tolist() == [0, 1, 2]
    assert in_order(silence, days, np.array([1, 0, 2])).tolist() == [2, 0, 1]


def test_those_gone_quiet_are_listed_with_their_rhythm() -> None:
    ann = cast.ann()
    bo, sal, li = (cast.known(ann, name) for name in ("Bo Lindberg", "Sal Moretti", "Li Chan"))
    touched(bo, *range(150, 300, 7))
    touched(sal, 200)
    touched(li, 1, 8, 15)
    page = words(as_member(ann).get("/people/quiet/"))
    assert page.index("Bo Lindberg") < page.index("Sal Moretti")
    assert "Most weeks until June, nothing since" in page
    assert "Li Chan" not in page


def test_nobody_is_listed_who_rests_died_or_was_tried_three_times() -> None:
    ann = cast.ann()
    resting, dead, tried, asleep = (cast.known(ann, name) for name in ("Resting", "Dead", "Tried", "Asleep"))
    for person in (resting, dead, asleep):
        touched(person, 100, 110)
    touched(tried, 100, 110, 120, way="out")
    rest(resting, now=cast.MORNING)
    rest(asleep, now=cast.MORNING, until=TODAY)
    Person.objects.filter(pk=dead.pk).update(is_deceased=True)
    cold, count = quiet_ones(resting.book, TODAY)
    assert [one.who for one in cold] == [asleep.pk]
    assert count == 1


def test_a_wish_that_is_due_is_listed_and_moves_with_the_next_touch() -> None:
    bo = cast.known(cast.ann(), "Bo")
    touched(bo, 20)
    set_cadence(bo, 14)
    assert [one.is_due for one in quiet_ones(bo.book, TODAY)[0]] == [True]
    touched(bo, 0)
    assert quiet_ones(bo.book, TODAY) == ([], 0)


def test_a_wish_runs_from_any_touch_even_one_that_does_not_count() -> None:
    bo = cast.known(cast.ann(), "Bo")
    touched(bo, 40)
    set_cadence(bo, 30)
    touched(bo, 3, kind="reaction")
    assert quiet_ones(bo.book, TODAY) == ([], 0)


def test_connected_and_never_written_to() -> None:
    ann = cast.ann()
    bo, sal, li = (cast.known(ann, name) for name in ("Bo Lindberg", "Sal", "Li"))
    touched(bo, 900, kind="connection")
    touched(sal, 5, kind="connection")
    touched(li, 5, kind="connection")
    touched(li, 4)
    assert [who for who, _ in never_written(bo.book, TODAY)[0]] == [sal.pk, bo.pk]
    assert "Bo Lindberg" in words(as_member(ann).get("/people/quiet/?never=1"))


def test_the_list_goes_on_and_letting_rest_stays_on_it() -> None:
    ann = cast.ann()
    people = [cast.known(ann, f"Person {n:02}") for n in range(52)]
    for person in people:
        touched(person, 100)
    browser = as_member(ann)
    assert "Person 00" in words(browser.get("/people/quiet/"))
    assert "Person 51" in words(browser.get("/people/quiet/?from=50"))
    sent = browser.post(f"{people[0].path}rest/", {"days": "", "next": "/people/quiet/?from=50"})
    assert sent["Location"] == "/people/quiet/?from=50"
    assert "Person 00" not in words(browser.get("/people/quiet/"))


@pytest.mark.parametrize("start", ["-1", "x", "999999", "9" * 30])
def test_any_page_answers(start: str) -> None:
    assert as_member(cast.ann()).get("/people/quiet/", {"from": start}).status_code == 200
