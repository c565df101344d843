"""What waits for a worker. Looking takes no lock and writes nothing."""

from datetime import datetime, timedelta
from typing import Any, TypeAlias

from django.db.models import Q, QuerySet
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max

from rapport.kit.clock import now
from rapport.kit.models import Turn
from rapport.kit.prepared import prepared
from rapport.kit.shifts import living

Queued: TypeAlias = DBTaskResult[..., Any]

LONG = timedelta(minutes=2)  # that a job or a turn waits before nobody seems to be at work


def questions() -> list[tuple[str, list[Any]]]:
    """What to ask a database to learn whether a worker is wanted: it is when one of these has a row, because a job is
    due or a schedule's turn has come."""
    moment = now()
    return [_due_jobs.statement(now=moment, at_once=get_date_max()), _due_turns.statement(now=moment)]


@prepared(moments=("now", "at_once"))
def _due_jobs(now: datetime, at_once: datetime) -> QuerySet[Any, Any]:
    return _due(now, at_once).order_by().values("pk")[:1]


@prepared(moments=("now",))
def _due_turns(now: datetime) -> QuerySet[Any, Any]:
    return Turn.objects.filter(due_at__lte=now).values("pk")[:1]


def due() -> QuerySet[Queued]:
    """By our own clock: the demo town's differs from the machine's."""
    return _due(now(), get_date_max())


def _due(moment: datetime, at_once: datetime) -> QuerySet[Queued]:
    return DBTaskResult.objects.filter(Q(run_after=at_once) | Q(run_after__lte=moment), status="READY")


def left_by_the_dead() -> list[Queued]:
    """Jobs whose worker ended before they did."""
    # In this order: whoever took a job was at work before.
    running = list(DBTaskResult.objects.filter(status="RUNNING"))
    alive = living() if running else set()
    return [found for found in running if not alive.intersection(found.worker_ids[-1:])]


def is_left_waiting() -> bool:
    """Whether something has been due for so long that no worker can be looking."""
    long_ago = now() - LONG
    at_once = Q(run_after=get_date_max(), enqueued_at__lte=timezone.now() - LONG)
    late = DBTaskResult.objects.filter(at_once | Q(run_after__lte=long_ago), status="READY")
    return not living() and (late.exists() or Turn.objects.filter(due_at__lte=long_ago).exists())
