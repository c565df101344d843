"""Who is at an intake: told by a lock in its folder, which is let go of when a process ends, however that was."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NAME = "held"


class AlreadyUnderWayError(Exception):
    """Another import of this book is being brought in, or somebody else is at this one."""


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Be at the intake of this folder. Raises AlreadyUnderWayError where another process or thread is."""
    handle = os.open(folder / _NAME, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if not _locked(handle):
            raise AlreadyUnderWayError
        yield
    finally:
        os.close(handle)


def is_left(folder: Path) -> bool:
    """Nobody is at it any more. False where the folder is not here: it may be another machine's."""
    try:
        handle = os.open(folder / _NAME, os.O_RDWR)
    except FileNotFoundError:
        return False
    try:
        return _locked(handle)
    finally:
        os.close(handle)


def _locked(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
