"""The hub says how it is, and nothing else."""

from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

import cast
from rapport.kit.jobs import later
from rapport.kit.models import Turn
from rapport.kit.shifts import at_work
from rapport.kit.tidying import tidy
from rapport.mailroom.models import Waiting
from rapport.site import health as looked_at

pytestmark = pytest.mark.django_db(transaction=True)


def health() -> tuple[int, dict[str, str]]:
    answer = Client(HTTP_HOST="127.0.0.1").get("/health/")
    return answer.status_code, answer.json()


@pytest.fixture(autouse=True)
def no_turns(db: None) -> None:
    Turn.objects.all().delete()  # a migration leaves one that is due


def test_all_is_well_while_nothing_waits() -> None:
    assert health() == (200, dict.fromkeys(("hub", "database", "worker", "mail", "disk"), "well"))


def test_work_that_nobody_does_is_told() -> None:
    later(tidy)
    assert health()[1]["worker"] == "well"
    DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(minutes=5))
    status, said = health()
    assert (status, said["worker"], said["database"]) == (503, "not well", "well")
    with at_work():
        assert health()[1]["worker"] == "well"


def test_a_turn_that_nobody_takes_is_told(settings) -> None:
    settings.CLOCK_FIXED = cast.MORNING
    Turn.objects.create(name="sweep", due_at=cast.MORNING - timedelta(minutes=5))
    assert health()[1]["worker"] == "not well"


def test_refused_mail_is_told(settings) -> None:
    settings.MAIL_SERVER, settings.CLOCK_FIXED = "some", cast.MORNING
    Waiting.objects.create(address="a@b.example", subject="x", body="y", failed_at=cast.MORNING)
    assert health()[1]["mail"] == "not well"
    settings.CLOCK_FIXED += timedelta(days=4)  # one address that is none is no trouble of the server
    assert health()[1]["mail"] == "well"


def test_a_silent_database_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def silent() -> None:
        raise DatabaseError

    monkeypatch.setattr(looked_at.connection, "cursor", silent)
    assert [sign.is_well for sign in looked_at.signs()] == [False, True]


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looked_at, "LEAST_ROOM", 1 << 70)
    assert health()[1]["disk"] == "not well"
