"""The worker: takes queued jobs one by one and runs them, until it is told to stop or has long had nothing to do.

A job whose worker died is taken over by the next one that looks; a job that has ended several workers is parked.
"""

import logging
import threading
import time
import traceback
from typing import Any

from django.db import OperationalError, close_old_connections, connection
from django.db.models import Q
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from django_tasks_db.utils import exclusive_transaction

from rapport.kit.clock import now
from rapport.kit.schedules import queue_due
from rapport.kit.shifts import at_work, forget_the_dead
from rapport.kit.waiting import Queued, due, left_by_the_dead

log = logging.getLogger(__name__)

ANY, HERE, ELSEWHERE = Q(), Q(priority__gte=0), Q(priority__lt=0)
# A long import does not keep everybody else waiting, and a server that does not answer nobody but its like.
LANES = (HERE, HERE, ELSEWHERE)
PAUSE = 0.5  # seconds between two looks at an empty queue
ROUND = 5.0  # seconds between two looks at schedules and dead workers
MOST_WORKERS = 3  # that a job may end before it is parked


def work(stop: threading.Event, *, patience: float) -> None:
    """Run what is queued, in a thread for each of `LANES`, until `stop` is set or nothing has been due for `patience`
    seconds, and the jobs at hand are done."""
    crew = Crew()
    with at_work() as name:
        _look_round()
        lanes = [
            threading.Thread(target=_lane, args=(name, stop, crew, which), name=f"lane {n}", daemon=True)
            for n, which in enumerate(LANES)
        ]
        for lane in lanes:
            lane.start()
        looked_at = time.monotonic()
        while not stop.is_set() and not crew.goes_home(patience):
            stop.wait(PAUSE)
            if time.monotonic() - looked_at >= ROUND:
                _look_round()
                looked_at = time.monotonic()
        for lane in lanes:
            lane.join()


class Crew:
    """The lanes together: none goes home while another is at a job, and none takes a job once they have gone."""

    def __init__(self) -> None:
        self._busy, self._idle_since, self._is_gone = 0, time.monotonic(), False
        self._lock = threading.Lock()

    def looks(self) -> bool:
        """A lane looks for a job, unless all have gone; it must say `rests` afterwards."""
        with self._lock:
            self._busy += not self._is_gone
            return not self._is_gone

    def rests(self, *, has_worked: bool) -> None:
        with self._lock:
            self._busy -= 1
            if has_worked:
                self._idle_since = time.monotonic()

    def goes_home(self, patience: float) -> bool:
        with self._lock:
            self._is_gone = self._is_gone or (not self._busy and time.monotonic() - self._idle_since >= patience)
            return self._is_gone


def run_waiting(name: str) -> int:
    """Run everything that is due now, in this thread, under the name of a worker; how many jobs that were."""
    done = 0
    while (found := _claimed(name)) is not None:
        _run(found)
        done += 1
    return done


def take_over() -> int:
    """Queue the jobs of dead workers again, or park them; how many there were."""
    left = left_by_the_dead()
    for found in left:
        _queue_again(found)
    return len(left)


def _queue_again(found: Queued) -> None:
    is_poison = len(found.worker_ids) >= MOST_WORKERS
    if is_poison:
        log.error("a job was cut off %s times and is parked: %s", MOST_WORKERS, found.task_path)
    DBTaskResult.objects.filter(pk=found.pk, status="RUNNING", worker_ids=found.worker_ids).update(
        status="FAILED" if is_poison else "READY", finished_at=timezone.now() if is_poison else None
    )


def _look_round() -> None:
    close_old_connections()
    try:
        take_over()
        forget_the_dead()
        queue_due(now())
    except OperationalError:
        log.warning("the database does not answer the worker; it looks again soon")


def _lane(name: str, stop: threading.Event, crew: Crew, which: Q) -> None:
    cut_off: Queued | None = None  # the database went away in the middle of it
    while not stop.is_set() and crew.looks():
        close_old_connections()
        found = None
        try:
            if cut_off is not None:
                _queue_again(cut_off)
                cut_off = None
            found = _claimed(name, which)
            if found is not None:
                _run(found)
        except OperationalError:
            log.warning("the database does not answer the worker; it tries again")
            cut_off, found = cut_off or found, None
            stop.wait(ROUND)
        crew.rests(has_worked=found is not None or cut_off is not None)
        if found is None:
            stop.wait(PAUSE)
    connection.close()


def _claimed(name: str, which: Q = ANY) -> Queued | None:
    if not due().filter(which).exists():  # a look costs no lock
        return None
    skips = connection.features.has_select_for_update_skip_locked
    with exclusive_transaction():
        found = due().filter(which).select_for_update(skip_locked=skips).first()
        if found is not None:
            found.claim(name)
        return found


def _run(found: Queued) -> None:
    try:
        arguments: dict[str, Any] = found.args_kwargs
        found.task.call(*arguments["args"], **arguments["kwargs"])
    except OperationalError:
        raise  # the database's trouble is not the job's: nothing could be written down now
    except Exception as trouble:  # noqa: BLE001 - a job's mistake must not end the worker
        _park(found, trouble)
    else:
        found.set_successful(None)


def _park(found: Queued, trouble: Exception) -> None:
    """Where it failed is kept and what it said is not: an error's words may quote a book."""
    log.error("a job failed for good: %s", found.task_path)
    found.status, found.finished_at = "FAILED", timezone.now()
    found.exception_class_path = f"{type(trouble).__module__}.{type(trouble).__qualname__}"
    found.traceback = "".join(traceback.format_tb(trouble.__traceback__))
    found.save(update_fields=["status", "finished_at", "exception_class_path", "traceback"])
