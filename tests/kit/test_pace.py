"""So much in so long, for each reader; the same again is not counted."""

from datetime import timedelta

import pytest

import cast
from rapport.kit import pace
from rapport.kit.pace import Pace

HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rapport.kit.clock.now", lambda: cast.MORNING)


def test_one_too_many_is_one_too_many_for_this_reader_alone() -> None:
    slow = Pace(2, HOUR)
    assert [slow.is_over("ann", what) for what in "abc"] == [False, False, True]
    assert not slow.is_over("bo", "c")


def test_the_same_again_is_not_counted() -> None:
    slow = Pace(1, HOUR)
    assert not any(slow.is_over("ann", "a") for _ in range(5))


def test_with_the_next_hour_one_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = Pace(1, HOUR)
    assert [slow.is_over("ann", what) for what in "ab"] == [False, True]
    monkeypatch.setattr("rapport.kit.clock.now", lambda: cast.MORNING + HOUR)
    assert not slow.is_over("ann", "c")


def test_it_remembers_so_many_readers_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "MOST_READERS", 2)
    slow = Pace(1, HOUR)
    for reader in ("ann", "bo", "cy"):
        slow.is_over(reader, "a")
    assert not slow.is_over("ann", "b"), "Ann was forgotten"
    assert slow.is_over("cy", "b")
