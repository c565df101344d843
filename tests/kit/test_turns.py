"""Who writes waits for a turn; of many transactions in a row, others find theirs between two."""

import pytest
from django.core.cache import cache
from django.db import OperationalError, connection
from django.db.backends.utils import CursorWrapper

from rapport.kit import turns


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The machine's time runs in steps of the test; what was waited."""
    waited: list[float] = []
    monkeypatch.setattr(turns.time, "sleep", waited.append)
    monkeypatch.setattr(turns, "_written", turns.threading.local())
    return waited


def written(seconds: float, monkeypatch: pytest.MonkeyPatch) -> None:
    at = iter((0.0, seconds))
    with monkeypatch.context() as clock:
        clock.setattr(turns.time, "monotonic", lambda: next(at))
        with turns.one_of_many():
            pass


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL wakes who waits")
def test_who_has_written_long_lets_others_in(slept: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(5):
        written(0.4 * turns.LONG, monkeypatch)
    assert slept == [turns.PAUSE]


@pytest.mark.django_db
def test_small_ones_pause_nowhere(slept: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    written(0.1 * turns.LONG, monkeypatch)
    assert slept == []


@pytest.mark.django_db
def test_a_count_that_cannot_be_kept_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else it looks as if it were there already: a form sent before, an attempt too many."""
    does = CursorWrapper._execute

    def has_no_room(cursor: CursorWrapper, sql: str, *told: object) -> object:
        if sql.startswith("INSERT INTO"):
            raise OperationalError("database or disk is full")
        return does(cursor, sql, *told)

    with monkeypatch.context() as full:
        full.setattr(CursorWrapper, "_execute", has_no_room)
        with pytest.raises(OperationalError):
            cache.add("form", 1)
    assert cache.add("form", 1)
    assert not cache.add("form", 1)
