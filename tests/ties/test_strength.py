from datetime import date
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.ties.strength import (
    BACK,
    ONE_SIDED_CAP,
    Course,
    OutOfOrderError,
    lscore_of,
    strength,
    strength_before,
    strengths,
    strengths_before,
)

TODAY = date(2026, 11, 19).toordinal()
AGES = st.integers(0, 4000)
TOUCHES = st.lists(st.tuples(AGES, st.sampled_from(["out", "in", "both"])), max_size=40)


def days_of(touches: list[tuple[int, str]]) -> list[tuple[int, bool, bool]]:
    return [(TODAY - age, way != "in", way != "out") for age, way in touches]


def strength_of(course: Course, today: int = TODAY) -> float:
    return strength(course.lscore, course.last_in, today)


def test_a_contact_day_weighs_one_today_and_half_after_sixty_days() -> None:
    course = Course().with_day(TODAY, out=True, inn=True)
    assert strength_of(course) == pytest.approx(1.0)
    assert strength_of(course, TODAY + 60) == pytest.approx(0.5)


def test_many_messages_of_a_day_are_one_contact_day() -> None:
    course = Course()
    for _ in range(10_000):
        course = course.with_day(TODAY, out=True, inn=False)
    assert (course.contact_days, course.unanswered) == (1, 1)
    assert strength_of(course) == pytest.approx(1.0)


def test_nobody_yet_has_no_strength() -> None:
    assert Course.rebuilt([]) == Course()
    assert strength_of(Course()) == 0.0
    assert strength_before(None, None, [], TODAY) == 0.0


def test_counters_keep_the_last_of_each_way() -> None:
    course = Course.rebuilt([(10, True, False), (30, True, False), (20, False, True)])
    assert (course.first_day, course.last_day, course.last_out, course.last_in) == (10, 30, 30, 20)
    assert (course.contact_days, course.unanswered) == (3, 1)


def test_an_earlier_day_asks_for_a_rebuild() -> None:
    with pytest.raises(OutOfOrderError):
        Course().with_day(20, out=True, inn=False).with_day(19, out=True, inn=False)


def test_a_touch_goes_some_way() -> None:
    with pytest.raises(ValueError, match="both"):
        Course().with_day(20, out=False, inn=False)


@given(TOUCHES, st.randoms(use_true_random=False))
def test_the_path_does_not_matter(touches: list[tuple[int, str]], random: Random) -> None:
    days = days_of(touches)
    shuffled = list(days)
    random.shuffle(shuffled)
    in_order = Course()
    for day, out, inn in sorted(days):
        in_order = in_order.with_day(day, out=out, inn=inn)
    assert Course.rebuilt(shuffled) == in_order


@given(TOUCHES, AGES)
def test_a_two_way_touch_never_lowers_strength(touches: list[tuple[int, str]], age: int) -> None:
    before = Course.rebuilt(days_of(touches))
    after = Course.rebuilt(days_of([*touches, (age, "both")]))
    assert strength_of(after) >= strength_of(before) - 1e-9


@given(TOUCHES, st.integers(0, 400), st.integers(0, 400))
def test_strength_only_decays_without_touches(touches: list[tuple[int, str]], soon: int, later: int) -> None:
    course = Course.rebuilt(days_of(touches))
    assert strength_of(course, TODAY + soon) >= strength_of(course, TODAY + soon + later)


@given(st.lists(AGES, min_size=1, max_size=300))
def test_only_outgoing_is_capped(ages: list[int]) -> None:
    lonely = Course.rebuilt(days_of([(age, "out") for age in ages]))
    assert strength_of(lonely) <= ONE_SIDED_CAP
    heard = Course.rebuilt(days_of([(age, "out") for age in ages] + [(0, "in")]))
    assert strength_of(heard) == pytest.approx(sum(2 ** (-age / 60) for age in {*ages, 0}))


@given(TOUCHES)
def test_a_month_ago_is_found_without_history(touches: list[tuple[int, str]]) -> None:
    days = days_of(touches)
    course = Course.rebuilt(days)
    then = Course.rebuilt([each for each in days if each[0] <= TODAY - BACK])
    recent = [day for day, _, _ in days if day > TODAY - BACK]
    plain = 2 ** (then.lscore - (TODAY - BACK) / 60) if then.lscore is not None else 0.0
    found = strength_before(course.lscore, course.last_in, recent, TODAY)
    assert found == pytest.approx(plain, rel=1e-5, abs=1e-6) or found == pytest.approx(min(plain, ONE_SIDED_CAP))


@given(st.lists(TOUCHES, min_size=1, max_size=8))
def test_many_ties_at_once_agree_with_one(ties: list[list[tuple[int, str]]]) -> None:
    courses = [Course.rebuilt(days_of(touches)) for touches in ties]
    recents = [{TODAY - age for age, _ in touches if age < BACK} for touches in ties]
    lscores = np.array([-np.inf if each.lscore is None else each.lscore for each in courses])
    last_ins = np.array([-np.inf if each.last_in is None else float(each.last_in) for each in courses])
    late = np.array([sum(2 ** ((day - TODAY) / 60) for day in recent) for recent in recents], float)
    assert strengths(lscores, last_ins, TODAY) == pytest.approx([strength_of(each) for each in courses])
    before = [strength_before(c.lscore, c.last_in, r, TODAY) for c, r in zip(courses, recents, strict=True)]
    assert strengths_before(lscores, last_ins, late, TODAY) == pytest.approx(before, abs=1e-9)


def test_lscore_does_not_change_with_time() -> None:
    lscore = lscore_of([TODAY - 60, TODAY])
    assert lscore is not None
    assert 2 ** (lscore - TODAY / 60) == pytest.approx(1.5)
