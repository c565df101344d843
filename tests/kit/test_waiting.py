"""Whether a worker is wanted is told by two plain questions."""

from datetime import timedelta

import pytest
from django.db import connection

import cast
from rapport.kit.jobs import later
from rapport.kit.models import Turn
from rapport.kit.tidying import tidy
from rapport.kit.waiting import questions
from rapport.kit.worker import run_waiting

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def morning(db: None, settings) -> None:
    settings.CLOCK_FIXED = cast.MORNING
    Turn.objects.all().delete()  # a migration leaves one that is due


def is_wanted() -> bool:
    with connection.cursor() as cursor:
        return any(cursor.execute(sql, params).fetchone() for sql, params in questions())


def test_nobody_is_wanted_where_nothing_waits() -> None:
    assert not is_wanted()


def test_a_queued_job_wants_somebody_until_it_is_done() -> None:
    later(tidy)
    assert is_wanted()
    run_waiting("one")
    assert not is_wanted()


def test_one_for_later_wants_nobody_yet(settings) -> None:
    later(tidy, run_after=cast.MORNING + timedelta(minutes=1))
    assert not is_wanted()
    settings.CLOCK_FIXED = cast.MORNING + timedelta(minutes=2)
    assert is_wanted()


def test_a_turn_that_has_come_wants_somebody() -> None:
    turn = Turn.objects.create(name="sweep", due_at=cast.MORNING + timedelta(minutes=1))
    assert not is_wanted()
    Turn.objects.filter(pk=turn.pk).update(due_at=cast.MORNING)
    assert is_wanted()
