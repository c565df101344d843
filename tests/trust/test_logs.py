"""Logs: nobody fills them from outside, and no address of anybody is in them."""

import logging
from urllib.parse import urlencode

import pytest
from django.test import Client

from rapport.kit.discretion import Discreet

pytestmark = pytest.mark.django_db


def formatted(message: str) -> str:
    record = logging.LogRecord("django.security", logging.WARNING, __file__, 1, message, (), None)
    return Discreet("%(levelname)s %(message)s").format(record)


def test_a_wrong_host_is_refused_without_a_line_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    answer = Client(raise_request_exception=False).get("/enter/login/", HTTP_HOST="x" * 9000)
    assert answer.status_code == 400
    assert caplog.records == []


def test_a_line_is_never_longer_than_a_few_lines_of_text() -> None:
    assert len(formatted("Forbidden: /" + "x" * 60_000)) <= 500


def test_an_address_in_a_path_is_left_out() -> None:
    assert formatted("Forbidden: /people/ann@town.example/") == "WARNING Forbidden: /people/.../"


@pytest.mark.parametrize(
    ("sent", "status"), [({"q": "x" * 6_000_000}, 413), ({f"q{n}": "x" for n in range(1100)}, 400)]
)
def test_what_is_too_much_is_refused_without_a_line_too(
    caplog: pytest.LogCaptureFixture, sent: dict[str, str], status: int
) -> None:
    form = "application/x-www-form-urlencoded"
    client = Client(raise_request_exception=False, HTTP_HOST="127.0.0.1")
    answer = client.post("/enter/login/", urlencode(sent), content_type=form)
    assert answer.status_code == status
    assert caplog.records == []
