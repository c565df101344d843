"""Work that is done later, by the worker: a function and its plain arguments, tried again when it fails."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

from django.db import transaction
from django.utils.module_loading import import_string
from django_tasks import task

from rapport.kit.clock import now

log = logging.getLogger(__name__)
FIRST_WAIT = timedelta(seconds=30)


def job(*, retries: int = 3) -> Callable[[Callable[..., None]], Any]:
    """Turn a module-level function into a task for `later`. It must be safe to run twice.

    When it raises, it is tried again after 30 seconds, then twice as long each time; after `retries` more tries it
    is parked as failed. Nothing of its arguments is logged.
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
                itself.using(run_after=now() + FIRST_WAIT * 2**attempt).enqueue(arguments, attempt + 1)

        return task()(run)

    return made


def later(what: Any, *, run_after: datetime | None = None, **arguments: Any) -> None:
    """Queue a job with `arguments` (plain JSON values) once the present transaction is committed."""
    queued = what.using(run_after=run_after) if run_after is not None else what
    transaction.on_commit(lambda: queued.enqueue(arguments, 0))
