"""So much in so long, for each reader; the same again is not counted."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from django.db import OperationalError

import cast
from rapport.kit import pace
from rapport.kit.models import Tally
from rapport.kit.pace import Pace
from rapport.kit.tidying import tidy

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


def two_processes(most: int) -> tuple[Pace, Pace]:
    return Pace(most, HOUR, "leafing"), Pace(most, HOUR, "leafing")


@pytest.mark.django_db
def test_two_processes_count_together() -> None:
    one, other = two_processes(40)
    seen = [slow.is_over("ann", f"{n} {at}") for n in range(30) for at, slow in enumerate((one, other))]
    assert 40 <= seen.index(True) <= 44  # a lump of two each may be untold
    assert all(seen[44:])
    assert not one.is_over("bo", "a")


@pytest.mark.django_db
def test_after_a_start_a_copier_is_known_again() -> None:
    one, after = two_processes(40)
    for n in range(41):
        one.is_over("ann", str(n))
    assert [after.is_over("ann", what) for what in "abc"] == [False, True, True]


@pytest.mark.django_db
def test_who_reads_by_hand_writes_nothing_and_nobody_stands_in_the_table(
    django_assert_num_queries: Callable[[int], AbstractContextManager[object]],
) -> None:
    slow = Pace(240, HOUR, "leafing")
    with django_assert_num_queries(0):
        assert not any(slow.is_over("192.0.2.1", str(n)) for n in range(11))
    assert not slow.is_over("192.0.2.1", "one more")
    row = Tally.objects.get()
    assert (row.times, "192" in row.reader) == (12, False)


@pytest.mark.django_db
def test_what_is_over_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = Pace(1, HOUR, "leafing")
    slow.is_over("ann", "a")
    tidy.call({})
    assert Tally.objects.exists()
    monkeypatch.setattr("rapport.kit.clock.now", lambda: cast.MORNING + 2 * HOUR)
    tidy.call({})
    assert not Tally.objects.exists()


@pytest.mark.django_db
def test_where_nothing_can_be_written_each_counts_for_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object, **_told: object) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(Tally.objects, "bulk_create", full)
    slow = Pace(2, HOUR, "leafing")
    assert [slow.is_over("ann", what) for what in "abc"] == [False, False, True]
