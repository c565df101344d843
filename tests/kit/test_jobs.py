"""What is queued is done once, tried again when it fails, and parked when nothing helps."""

from datetime import timedelta

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

import cast
from rapport.kit import jobs, waiting, worker
from rapport.kit.jobs import job, later
from rapport.kit.worker import run_waiting

pytestmark = pytest.mark.django_db
heard: list[str] = []
WORKER = "a worker"


@job(retries=2)
def say(word: str) -> None:
    heard.append(word)


@job(retries=0, is_patient=True)
def wait(word: str) -> None:
    heard.append(word)


@job(retries=1, backoff=timedelta(minutes=10))
def stumble(word: str) -> None:
    heard.append(word)
    raise ValueError(f"nothing can be done about {word}")


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    heard.clear()
    at = {"now": cast.MORNING}
    for module in (jobs, waiting, worker):
        monkeypatch.setattr(module, "now", lambda: at["now"])
    return at


def test_a_job_is_done_once() -> None:
    later(say, word="hello")
    assert [run_waiting(WORKER), run_waiting(WORKER)] == [1, 0]
    assert heard == ["hello"]


def test_a_patient_job_lets_all_others_go_first() -> None:
    """Five hundred blogs that answer slowly kept every import and every mail waiting."""
    for word in ("slow", "slower"):
        later(wait, word=word)
    later(say, word="now")
    run_waiting(WORKER)
    assert heard == ["now", "slow", "slower"]


def test_what_is_rolled_back_was_never_queued() -> None:
    with transaction.atomic():
        later(say, word="never")
        transaction.set_rollback(True)
    assert run_waiting(WORKER) == 0


def test_a_job_for_later_waits_for_its_hour_by_our_clock(clock) -> None:
    later(say, word="patience", run_after=cast.MORNING + timedelta(hours=1))
    assert run_waiting(WORKER) == 0
    clock["now"] = cast.MORNING + timedelta(hours=1)
    assert run_waiting(WORKER) == 1


def test_a_failing_job_is_tried_again_and_then_parked(clock) -> None:
    later(stumble, word="this")
    assert [run_waiting(WORKER), run_waiting(WORKER)] == [1, 0]
    clock["now"] = cast.MORNING + timedelta(minutes=10)
    assert run_waiting(WORKER) == 1
    assert heard == ["this", "this"]
    assert DBTaskResult.objects.filter(status="FAILED").count() == 1


def test_a_failed_job_keeps_where_and_not_what(clock, caplog) -> None:
    later(stumble, word="Bo's secret")
    for minutes in (0, 10):
        clock["now"] = cast.MORNING + timedelta(minutes=minutes)
        run_waiting(WORKER)
    parked = DBTaskResult.objects.get(status="FAILED")
    assert "test_jobs.py" in parked.traceback
    assert "secret" not in parked.traceback + caplog.text
