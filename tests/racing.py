"""Several acts at the same moment, each over a connection of its own, as two web servers would do them."""

import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection, connections


@contextmanager
def hub_on_disk(folder: Path) -> Iterator[Callable[[], None]]:
    """On SQLite a copy of the test's database as a file, for this thread and, through what is yielded, for others: in
    memory there is no second connection. On PostgreSQL nothing is to be done. The test is a transactional one."""
    if connection.vendor != "sqlite":
        yield lambda: None
        return
    file = folder / "racing.sqlite3"
    ours = connections["default"]
    ours.ensure_connection()
    with sqlite3.connect(file) as copy:
        ours.connection.backup(copy)
    copy.close()

    def enter() -> None:
        settings = {**ours.settings_dict, "NAME": str(file)}
        connections["default"] = type(ours)(settings, "default")

    enter()
    connections["default"].ensure_connection()  # the file is made ready for several before several come
    try:
        yield enter
    finally:
        connections["default"].close()
        connections["default"] = ours


def race(acts: Sequence[Callable[[], Any]], enter: Callable[[], None]) -> list[Any]:
    """Do all of them at once; what each returned, or the exception it ended with, in their order."""
    start, results = threading.Barrier(len(acts)), [None] * len(acts)

    def run(at: int) -> None:
        enter()
        try:
            start.wait(timeout=20)
            results[at] = acts[at]()
        except Exception as error:  # noqa: BLE001 - which one it was is what the test asks
            results[at] = error  # type: ignore[call-overload]
        finally:
            connections["default"].close()

    threads = [threading.Thread(target=run, args=(at,)) for at in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return results
