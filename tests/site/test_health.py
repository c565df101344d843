"""The hub says how it is, and nothing else."""

import pytest
from django.db import DatabaseError
from django.test import Client

import cast
from rapport.kit.shifts import at_work
from rapport.mailroom.models import Waiting
from rapport.site import health as looked_at

pytestmark = pytest.mark.django_db(transaction=True)


def health() -> tuple[int, dict[str, str]]:
    answer = Client(HTTP_HOST="127.0.0.1").get("/health/")
    return answer.status_code, answer.json()


def test_all_is_well_with_a_worker() -> None:
    with at_work():
        assert health() == (200, dict.fromkeys(("hub", "database", "worker", "mail", "disk"), "well"))


def test_without_a_worker_it_is_not() -> None:
    status, said = health()
    assert (status, said["worker"], said["database"]) == (503, "not well", "well")


def test_refused_mail_is_told(settings) -> None:
    settings.MAIL_SERVER = "some"
    Waiting.objects.create(address="a@b.example", subject="x", body="y", failed_at=cast.MORNING)
    assert health()[1]["mail"] == "not well"


def test_a_silent_database_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def silent() -> None:
        raise DatabaseError

    monkeypatch.setattr(looked_at.connection, "cursor", silent)
    assert [sign.is_well for sign in looked_at.signs()] == [False, True]


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looked_at, "LEAST_ROOM", 1 << 70)
    assert health()[1]["disk"] == "not well"
