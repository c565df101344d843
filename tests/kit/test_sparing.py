"""Nobody fills a log by doing the same thing without end."""

import logging
import sys
from collections.abc import Callable

import pytest

from rapport.kit import sparing
from rapport.kit.sparing import MOST, WITHIN, Sparing

Log = Callable[..., list[str]]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [0.0]
    monkeypatch.setattr(sparing.time, "monotonic", lambda: now[0])
    return now


@pytest.fixture
def written() -> Log:
    """What is written of this line, sent so often."""
    spare = Sparing()

    def write(message: str, *words: object, times: int, error: type[Exception] | None = None) -> list[str]:
        told = _raised(error) if error else None
        records = [logging.LogRecord("a", logging.ERROR, "file.py", 1, message, words, told) for _ in range(times)]
        return [record.getMessage() for record in records if spare.filter(record)]

    return write


def _raised(error: type[Exception]) -> object:
    try:
        raise error
    except error:
        return sys.exc_info()


def test_of_very_many_alike_the_first_are_written(written: Log, clock: list[float]) -> None:
    assert written("Forbidden: %s", "/x/", times=1000) == ["Forbidden: /x/"] * MOST


def test_later_it_says_how_many_were_not(written: Log, clock: list[float]) -> None:
    written("Forbidden: %s", "/100%/", times=1000)
    clock[0] = WITHIN
    said = written("Forbidden: %s", "/100%/", times=2)
    assert said == [f"Forbidden: /100%/ (and {1000 - MOST} more like the one before)", "Forbidden: /100%/"]


def test_another_line_and_another_mistake_are_heard_of(written: Log, clock: list[float]) -> None:
    written("Broken: %s", "/x/", times=1000, error=ValueError)
    assert written("Slow: %s", "/x/", times=1) == ["Slow: /x/"]
    assert written("Broken: %s", "/x/", times=1) == ["Broken: /x/"]


def test_not_every_kind_there_ever_was_is_remembered(written: Log, clock: list[float]) -> None:
    for number in range(sparing.MOST_KINDS + 1):
        assert len(written(f"{number}", times=MOST + 1)) == MOST
    assert len(written("0", times=1)) == 1
