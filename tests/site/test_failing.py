"""When something is not well, the answer is short, names nobody, and says whether to come back."""

import io
import logging
from collections.abc import Iterator

import pytest
from django.db import OperationalError
from django.test import Client, RequestFactory

import cast
from rapport.kit.sparing import MOST, Sparing
from rapport.mailroom.models import Waiting
from rapport.site.failing import broken, too_many


def answered(trouble: Exception) -> tuple[int, str | None]:
    try:
        raise trouble
    except type(trouble):
        answer = broken(RequestFactory().get("/"))
    assert "Nothing you had is lost" in answer.content.decode()
    return answer.status_code, answer.headers.get("Retry-After")


def test_a_mistake_of_ours_is_500() -> None:
    assert answered(ValueError("Bo's secret")) == (500, None)


def test_a_busy_database_is_503_and_come_back() -> None:
    assert answered(OperationalError("database is locked")) == (503, "30")


@pytest.mark.django_db
def test_too_often_says_when_to_come_back() -> None:
    answer = too_many(RequestFactory().get("/"))
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "300")


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the server writes to its console, as the settings have it."""
    console = next(one for one in logging.getLogger().handlers if one.name == "console")
    assert isinstance(console, logging.StreamHandler)
    written = io.StringIO()
    kept, counted = console.setStream(written), console.filters
    console.filters = [type(one)() for one in counted if isinstance(one, Sparing)]
    yield written
    console.setStream(kept)
    console.filters = counted


@pytest.mark.django_db
def test_a_mistake_of_ours_tells_the_log_where_and_nobody_what(
    log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise ValueError(words)

    words = "Bo's secret"
    monkeypatch.setattr("rapport.rounds.views.today.render", breaks)
    client = Client(HTTP_HOST="127.0.0.1", raise_request_exception=False, HTTP_USER_AGENT="secret browser")
    client.force_login(cast.ann().account)
    said = client.get("/?q=secret+word", headers={"cookie": f"sessionid={client.cookies['sessionid'].value}; a=secret"})
    told = log.getvalue()
    assert said.status_code == 500
    assert "Internal Server Error: /" in told
    assert "in breaks" in told
    assert "secret" not in told + said.content.decode()
    assert not Waiting.objects.exists()


@pytest.mark.django_db
def test_forms_without_their_token_do_not_fill_the_log(log: io.StringIO) -> None:
    stranger = Client(HTTP_HOST="127.0.0.1", enforce_csrf_checks=True)
    for number in range(3 * MOST):
        origin = f"https://{number}.example\nERROR all is lost"
        assert stranger.post("/enter/login/", headers={"origin": origin}).status_code == 403
    assert len(log.getvalue().splitlines()) == MOST


@pytest.mark.parametrize("trouble", [OperationalError("database or disk is full"), OSError(28, "No space left")])
def test_a_full_disk_is_called_so(trouble: Exception) -> None:
    assert answered(trouble) == (507, None)
