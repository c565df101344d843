"""Keeps a worker while there is work: starts it, starts it again when it dies, stops it at the end."""

import multiprocessing
import threading
import time
from collections.abc import Callable
from multiprocessing.process import BaseProcess

LOOK = 0.5  # seconds between two looks whether a worker is wanted
LONGEST_WAIT = 30.0  # seconds before one that keeps dying is started again
SETTLED = 10.0  # seconds after which a worker counts as well


class Keeper:
    """Runs `body` in a child process, at first and whenever `is_wanted` says so; it ends by itself when it has nothing
    left to do. One that was cut off has left something undone: it is started again in any case, after a wait that grows
    while it keeps dying young."""

    def __init__(self, body: Callable[[], None], is_wanted: Callable[[], bool]) -> None:
        self._body, self._is_wanted = body, is_wanted
        self._process: BaseProcess | None = None
        self._began_at, self._due_at, self._wait = 0.0, 0.0, 1.0
        self._is_due_in_any_case = True

    def keep(self, over: threading.Event) -> None:
        """Until `over` is set."""
        while not over.is_set():
            if self._process is None:
                self._start_if_due()
            elif not self._process.is_alive():
                self._bury(self._process)
            over.wait(LOOK)

    def stop(self, grace: float) -> None:
        """Let it finish what it is at within `grace` seconds."""
        if self._process is None:
            return
        self._process.terminate()
        self._process.join(grace)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()

    def _start_if_due(self) -> None:
        if time.monotonic() < self._due_at or not (self._is_due_in_any_case or self._is_wanted()):
            return
        self._began_at = time.monotonic()
        self._process = multiprocessing.get_context("fork").Process(target=self._body, name="worker")
        self._process.start()

    def _bury(self, process: BaseProcess) -> None:
        self._is_due_in_any_case = process.exitcode != 0
        if process.exitcode != 0:
            lived = time.monotonic() - self._began_at
            self._wait = 1.0 if lived > SETTLED else min(self._wait * 2, LONGEST_WAIT)
            self._due_at = time.monotonic() + self._wait
        self._process = None
