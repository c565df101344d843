import numpy as np
import pytest

from rapport.site.advice.circles import course_of, overlap
from rapport.site.advice.traffic import History, Traffic


def test_a_course_ends_the_day_before() -> None:
    history = History(np.array([7, 7]), np.array([1.2, 5.0]), np.array([7]), np.array([1.9]), 10.0)
    course = course_of(history, 0, 5)
    assert (course.contact_days, course.last_in, course.last_day) == (1, 1, 1)


def test_steady_habits_are_foretold() -> None:
    days = np.arange(0.5, 160.0)
    often = [(other, day) for other in range(1, 31) for day in days if int(day) % (other + 1) == 0]
    receiver, at = (np.array(column) for column in zip(*often, strict=True))
    order = np.argsort(at, kind="stable")
    traffic = Traffic(np.zeros(len(often), int), receiver[order], at[order], frozenset({0}))
    top_five, top_fifteen = overlap(traffic)
    assert top_five == pytest.approx(1.0)
    assert top_fifteen > 0.8
