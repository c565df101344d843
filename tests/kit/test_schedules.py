"""Turns come round, and each is taken once."""

from datetime import UTC, datetime, timedelta

import pytest
from django_tasks_db.models import DBTaskResult

import cast
from rapport.kit.jobs import job
from rapport.kit.models import Turn
from rapport.kit.schedules import Schedule, _queue, daily, every, queue_due, schedules

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 19, 12, tzinfo=UTC)


@job()
def sweep() -> None:
    pass


SWEEP = Schedule("sweep", sweep, every(timedelta(minutes=5)))


def queued() -> int:
    return DBTaskResult.objects.filter(status="READY").count()


def test_the_first_look_queues_nothing_and_the_turn_comes() -> None:
    queue_due(NOON, (SWEEP,))
    assert queued() == 0
    queue_due(NOON + timedelta(minutes=5), (SWEEP,))
    queue_due(NOON + timedelta(minutes=6), (SWEEP,))
    assert queued() == 1


def test_of_two_workers_one_queues() -> None:
    due_at = NOON - timedelta(minutes=1)
    Turn.objects.create(name="sweep", due_at=due_at)
    _queue(SWEEP, due_at, NOON)
    DBTaskResult.objects.update(status="SUCCESSFUL")
    _queue(SWEEP, due_at, NOON)
    assert queued() == 0


def test_after_a_long_absence_one_is_queued() -> None:
    queue_due(NOON, (SWEEP,))
    for hours in (1, 2, 3):
        queue_due(NOON + timedelta(hours=hours), (SWEEP,))
    assert queued() == 1


def test_daily_is_tomorrow_once_the_hour_has_passed() -> None:
    assert daily(3, 10)(NOON) == datetime(2026, 11, 20, 3, 10, tzinfo=UTC)
    assert daily(13)(NOON) == datetime(2026, 11, 19, 13, tzinfo=UTC)


def test_the_rooms_schedules_have_names_of_their_own() -> None:
    names = [schedule.name for schedule in schedules()]
    assert len(names) == len(set(names)) >= 1
    queue_due(cast.MORNING)
    assert Turn.objects.count() == len(names)


def test_turns_set_by_a_clock_that_went_ahead_are_brought_back() -> None:
    """Else what comes round each day would come again in 2038."""
    Turn.objects.create(name="sweep", due_at=datetime(2038, 1, 19, 3, 15, tzinfo=UTC))
    queue_due(NOON, (SWEEP,))
    queue_due(NOON + timedelta(minutes=5), (SWEEP,))
    assert queued() == 1
