"""Turns to write: one transaction writes at a time, and the others wait for it so long and no longer.

SQLite wakes nobody: who waits looks again every tenth of a second, and would hardly ever find the moment between two
of many transactions in a row. So whoever writes much lets the others in now and then.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

OF_PAGES = 4  # seconds that one waits; so that an answer comes within five
LONG, PAUSE = 1.0, 0.15  # seconds of writing after which the others get their turn; longer than between two looks
_written = threading.local()


def answer_soon() -> None:
    """In this process somebody waits for a page: who finds no turn is told so while they are still there."""
    settings = connection.settings_dict
    settings["TURN"] = OF_PAGES
    if connection.vendor == "sqlite":
        settings["OPTIONS"]["timeout"] = OF_PAGES


@contextmanager
def one_of_many() -> Iterator[None]:
    """A transaction of many that one act writes one after the other."""
    began = time.monotonic()
    with transaction.atomic():
        yield
    _written.seconds = getattr(_written, "seconds", 0.0) + time.monotonic() - began
    if _written.seconds > LONG and connection.vendor == "sqlite":
        time.sleep(PAUSE)
        _written.seconds = 0.0
