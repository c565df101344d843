"""Workers die and others take over; nobody's job is lost, none is done while its worker lives."""

import threading
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from rapport.kit import worker
from rapport.kit.jobs import job, later
from rapport.kit.shifts import at_work, forget_the_dead, living
from rapport.kit.tidying import tidy
from rapport.kit.worker import MOST_WORKERS, run_waiting, take_over

pytestmark = pytest.mark.django_db
done: list[int] = []


@job()
def count(number: int) -> None:
    done.append(number)


def taken(by: list[str]) -> DBTaskResult:
    """A job that the last of these workers is at."""
    done.clear()
    later(count, number=1)
    DBTaskResult.objects.update(status="RUNNING", worker_ids=by)
    return DBTaskResult.objects.get()


def test_a_dead_worker_s_job_is_done_by_the_next() -> None:
    taken(["dead"])
    assert take_over() == 1
    assert run_waiting("next") == 1
    assert done == [1]


@pytest.mark.django_db(transaction=True)
def test_a_living_worker_keeps_its_job() -> None:
    with at_work() as name:
        taken([name])
        assert take_over() == 0
    assert take_over() == 1


@pytest.mark.django_db(transaction=True)
def test_a_worker_is_known_while_it_lives() -> None:
    with at_work() as name:
        assert name in living()
        forget_the_dead()
        assert name in living()
    assert name not in living()


def test_a_job_that_ends_its_workers_is_parked() -> None:
    parked = taken([f"dead {n}" for n in range(MOST_WORKERS)])
    take_over()
    parked.refresh_from_db()
    assert parked.status == "FAILED"
    assert run_waiting("next") == 0


@pytest.mark.django_db(transaction=True)
def test_a_job_during_which_the_database_went_away_is_done_after_all(monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[object] = []
    stop = threading.Event()

    def run(found: DBTaskResult) -> None:
        tries.append(found.pk)
        if len(tries) == 1:
            raise OperationalError("the connection is lost")
        stop.set()

    monkeypatch.setattr(worker, "_run", run)
    monkeypatch.setattr(worker, "ROUND", 0)
    later(count, number=3)
    worker._lane("one", stop, worker.Crew(), worker.HERE)
    assert tries[0] == tries[1]


@job(is_elsewhere=True)
def ask(number: int) -> None:
    done.append(-number)


@pytest.mark.django_db(transaction=True)
def test_what_waits_for_another_server_keeps_only_its_like_waiting() -> None:
    done.clear()
    later(ask, number=1)
    later(count, number=2)
    here, elsewhere = (worker._claimed("one", which) for which in (worker.HERE, worker.ELSEWHERE))
    assert here is not None
    assert elsewhere is not None
    assert [here.args_kwargs["args"][0], elsewhere.args_kwargs["args"][0]] == [{"number": 2}, {"number": 1}]
    assert [worker._claimed("one", which) for which in worker.LANES] == [None] * len(worker.LANES)


@pytest.mark.django_db(transaction=True)
def test_a_worker_goes_home_when_nothing_is_left_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "PAUSE", 0.01)
    done.clear()
    later(count, number=4)
    worker.work(threading.Event(), patience=0.1)
    assert done == [4]
    assert living() == set()


def test_nobody_goes_home_while_another_is_at_a_job_and_nobody_begins_afterwards() -> None:
    crew = worker.Crew()
    assert crew.looks()
    assert not crew.goes_home(0)
    crew.rests(has_worked=True)
    assert crew.goes_home(0)
    assert not crew.looks()


def test_finished_jobs_are_forgotten_after_a_week() -> None:
    later(count, number=2)
    run_waiting("one")
    DBTaskResult.objects.update(finished_at=timezone.now() - timedelta(days=8))
    later(tidy)
    run_waiting("one")
    assert [found.task_path for found in DBTaskResult.objects.all()] == [tidy.module_path]
