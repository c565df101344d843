"""Jobs that come round by themselves, offered by the rooms in their `schedules.py`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from django.db import transaction
from django_tasks_db.models import DBTaskResult

from rapport.kit.jobs import later
from rapport.kit.models import Turn
from rapport.kit.rooms import gather
from rapport.kit.shelf import straighten
from rapport.kit.tidying import tidy


@dataclass(frozen=True)
class Schedule:
    """`job` (made by `@job`, without arguments) is queued whenever its turn comes; `next_run(after)` is the turn after
    that moment. `name` is kept in the database and stays."""

    name: str
    job: Any
    next_run: Callable[[datetime], datetime]


def every(step: timedelta) -> Callable[[datetime], datetime]:
    """At even steps of the clock, whenever the worker was started."""

    def next_run(after: datetime) -> datetime:
        begun = datetime(2000, 1, 1, tzinfo=UTC)
        return begun + ((after - begun) // step + 1) * step

    return next_run


def daily(hour: int, minute: int = 0) -> Callable[[datetime], datetime]:
    """Once a day at this hour of UTC."""

    def next_run(after: datetime) -> datetime:
        at = after.astimezone(UTC).replace(hour=hour, minute=minute, second=0, microsecond=0)
        return at if at > after else at + timedelta(days=1)

    return next_run


@cache
def schedules() -> tuple[Schedule, ...]:
    return gather("schedules", Schedule)


def queue_due(now: datetime, among: tuple[Schedule, ...] | None = None) -> None:
    """Queue the jobs whose turn has come. Of any number of workers that try, one does it."""
    among = schedules() if among is None else among
    turns = dict(Turn.objects.values_list("name", "due_at"))
    for schedule in among:
        due_at = turns.get(schedule.name)
        if due_at is None:
            Turn.objects.bulk_create([Turn(name=schedule.name, due_at=schedule.next_run(now))], ignore_conflicts=True)
        elif due_at <= now:
            _queue(schedule, due_at, now)
        elif due_at > (next_at := schedule.next_run(now)):  # it was set by a clock that went ahead of the time
            Turn.objects.filter(name=schedule.name, due_at=due_at).update(due_at=next_at)


@transaction.atomic
def _queue(schedule: Schedule, due_at: datetime, now: datetime) -> None:
    is_ours = Turn.objects.filter(name=schedule.name, due_at=due_at).update(due_at=schedule.next_run(now))
    is_waiting = DBTaskResult.objects.filter(task_path=schedule.job.module_path, status="READY").exists()
    if is_ours and not is_waiting:  # a worker that was away finds one of each, not a heap
        later(schedule.job)


TIDY = Schedule("tidy", tidy, every(timedelta(hours=1)))
SHELVES = Schedule("what is found on the hub", straighten, every(timedelta(hours=1)))
