"""A worker is kept while there is work, and a dying one comes back later and later."""

import os
import threading
from pathlib import Path

import pytest

from rapport.site import keeper as kept
from rapport.site.keeper import Keeper


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "LOOK", 0.01)


def starts(trace: Path) -> int:
    return len(trace.read_text()) if trace.exists() else 0


def keep_until(keeper: Keeper, is_enough: object) -> None:
    over = threading.Event()
    keeping = threading.Thread(target=keeper.keep, args=(over,))
    keeping.start()
    for _ in range(1_000):
        if is_enough():  # type: ignore[operator]
            break
        over.wait(0.01)
    over.set()
    keeping.join()
    keeper.stop(5)
    assert is_enough()  # type: ignore[operator]


def leaving_a_trace(trace: Path, code: int) -> object:
    def body() -> None:
        with trace.open("a") as file:
            file.write("x")
        os._exit(code)

    return body


def test_it_comes_at_first_and_then_when_it_is_wanted(tmp_path: Path) -> None:
    trace, looks = tmp_path / "trace", iter([False, False, True])
    keeper = Keeper(leaving_a_trace(trace, 0), lambda: next(looks, False))  # type: ignore[arg-type]
    keep_until(keeper, lambda: starts(trace) == 2 and next(looks, None) is None)
    assert starts(trace) == 2


def test_one_that_was_cut_off_comes_back_unasked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "LONGEST_WAIT", 0.02)
    trace = tmp_path / "trace"
    keeper = Keeper(leaving_a_trace(trace, 1), lambda: False)  # type: ignore[arg-type]
    keep_until(keeper, lambda: starts(trace) >= 3)
