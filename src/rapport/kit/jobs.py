"""Work that is done later, by the worker: a function and its plain arguments, tried again when it fails."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

from django.utils.module_loading import import_string
from django_tasks import task

from rapport.kit.clock import now

log = logging.getLogger(__name__)
FIRST_WAIT = timedelta(seconds=30)
ELSEWHERE, PATIENT = -10, -50


def job(
    *, retries: int = 3, backoff: timedelta = FIRST_WAIT, is_elsewhere: bool = False, is_patient: bool = False
) -> Callable[[Callable[..., None]], Any]:
    """Turn a module-level function into a job for `later`. It must be safe to run twice.

    When it raises, it is tried again after `backoff`, then twice as long each time; after `retries` more tries it is
    parked as failed. Nothing of its arguments is logged. One `is_elsewhere` waits for somebody else's server, which may
    take its time: it keeps none but its like waiting. A patient one lets all others of these go first.
    """

    def made(function: Callable[..., None]) -> Any:
        @wraps(function)
        def run(arguments: dict[str, Any], attempt: int = 0) -> None:
            try:
                function(**arguments)
            except Exception:
                if attempt >= retries:
                    raise
                log.warning("%s failed and will be tried again", function.__name__)
                itself = import_string(f"{function.__module__}.{function.__name__}")
                itself.using(run_after=now() + backoff * 2**attempt).enqueue(arguments, attempt + 1)

        return task(priority=PATIENT if is_patient else ELSEWHERE if is_elsewhere else 0)(run)

    return made


def later(what: Any, *, run_after: datetime | None = None, **arguments: Any) -> None:
    """Queue a job with `arguments` (plain JSON values), in the present transaction: if that is rolled back, nothing
    was queued; once it is committed, the job cannot be lost."""
    queued = what.using(run_after=run_after) if run_after is not None else what
    queued.enqueue(arguments, 0)
