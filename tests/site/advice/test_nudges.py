import numpy as np
import pytest

from rapport.site.advice.nudges import Set, area_under_curve, judged, precision_at
from rapport.site.advice.traffic import Traffic


def test_hits_are_counted_among_the_first_of_each_group() -> None:
    group = np.repeat([0, 1], 10)
    scores = np.tile(np.arange(10.0), 2)
    hits = np.array([False] * 8 + [True] * 2 + [True] * 2 + [False] * 8)
    assert precision_at(5, group, scores, hits) == pytest.approx(0.2)


def test_small_groups_prove_nothing() -> None:
    group = np.array([0] * 10 + [1] * 9)
    assert precision_at(5, group, np.arange(19.0), np.arange(19) >= 5) == pytest.approx(1.0)


def test_equal_scores_count_half() -> None:
    assert area_under_curve(np.array([1.0, 1.0, 1.0]), np.array([True, False, True])) == 0.5
    assert area_under_curve(np.array([3.0, 1.0, 2.0]), np.array([True, False, False])) == 1.0


def test_a_row_knows_only_the_past() -> None:
    days = np.array([0.0, 1.0, 10.0, 10.5, 30.0, 55.0, 56.0, 100.0])
    others = np.arange(1, 12)
    sender = np.concatenate((np.zeros(8), np.zeros(11))).astype(int)
    receiver = np.concatenate((np.ones(8), others)).astype(int)
    at = np.concatenate((days, np.full(11, 0.5)))
    order = np.argsort(at, kind="stable")
    rows = judged(Traffic(sender[order], receiver[order], at[order], None), Set(7, 20, 5, 10, 0.0))
    assert list(rows.now) == [50.0, 55.0]
    assert list(rows.contact_days) == [4.0, 4.0]
    assert list(rows.silence) == [20.0, 25.0]
    assert rows.wrote.all()
