"""The worker: takes queued jobs one by one and runs them, until it is told to stop."""

import logging
import threading
from typing import Any, TypeAlias

from django.db import OperationalError, close_old_connections, connection
from django.db.models import Q, QuerySet
from django_tasks_db.models import DBTaskResult, get_date_max
from django_tasks_db.utils import exclusive_transaction, is_locked_database_exception

from rapport.kit.clock import now

log = logging.getLogger(__name__)
Queued: TypeAlias = DBTaskResult[..., Any]
LANES = 2  # so that a long import does not keep everybody else waiting
PAUSE = 0.5  # seconds between two looks at an empty queue


def work(name: str, stop: threading.Event) -> None:
    """Run what is queued, in `LANES` threads, until `stop` is set and the jobs at hand are done."""
    lanes = [threading.Thread(target=_lane, args=(name, stop), name=f"lane {n}", daemon=True) for n in range(LANES)]
    for lane in lanes:
        lane.start()
    for lane in lanes:
        lane.join()


def run_waiting(name: str) -> int:
    """Run everything that is due now, in this thread; how many jobs that were."""
    done = 0
    while (found := _claimed(name)) is not None:
        _run(found)
        done += 1
    return done


def _lane(name: str, stop: threading.Event) -> None:
    while not stop.is_set():
        close_old_connections()
        found = _claimed(name)
        if found is None:
            stop.wait(PAUSE)
        else:
            _run(found)


def _due() -> QuerySet[Queued]:
    """By our own clock: the demo town's differs from the machine's."""
    return DBTaskResult.objects.filter(Q(run_after=get_date_max()) | Q(run_after__lte=now()), status="READY")


def _claimed(name: str) -> Queued | None:
    try:
        if not _due().exists():  # a look costs no lock
            return None
        with exclusive_transaction():
            found = _due().select_for_update(skip_locked=connection.features.has_select_for_update_skip_locked).first()
            if found is not None:
                found.claim(name)
            return found
    except OperationalError as busy:
        if not is_locked_database_exception(busy):
            log.warning("the database does not answer the worker")
        return None


def _run(found: Queued) -> None:
    try:
        arguments: dict[str, Any] = found.args_kwargs
        found.set_successful(found.task.call(*arguments["args"], **arguments["kwargs"]))
    except Exception as trouble:  # noqa: BLE001 - a job's mistake must not end the worker
        found.set_failed(trouble)
        log.error("a job failed for good: %s", found.task_path)  # without a traceback, which may quote a book
