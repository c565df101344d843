"""Logs say where, not what."""

import logging
import re
import sys

import pytest
from django.db import OperationalError
from django.urls import get_resolver

from rapport.kit.discretion import Discreet
from test_odd_addresses import routes


def logged(message: str, *words: object, error: Exception | None = None) -> str:
    told = None
    if error is not None:
        try:
            raise error
        except type(error):
            told = sys.exc_info()
    record = logging.LogRecord("django.request", logging.ERROR, __file__, 1, message, words, told)
    return Discreet("%(levelname)s %(message)s").format(record)


def test_the_words_of_an_error_are_left_out() -> None:
    said = logged("Internal Server Error: %s", "/people/1/", error=ValueError("Bo has a secret"))
    assert "ValueError" in said
    assert "test_discretion.py" in said
    assert "secret" not in said


@pytest.mark.parametrize("error", [OperationalError("database is locked"), OSError(28, "No space left on device")])
def test_what_comes_from_outside_is_one_line(error: Exception) -> None:
    said = logged("Service Unavailable: %s", "/add/", error=error)
    assert len(said.splitlines()) == 1
    assert "busy" in said or "no room" in said


def test_a_mistake_of_ours_in_asking_the_database_is_told_where_it_was() -> None:
    assert "test_discretion.py" in logged("x", error=OperationalError("no such column: secret"))


@pytest.mark.parametrize(
    "path", ["/invitations/W0RD/", "/first-run/W0RD/", "/enter/password/reset/key/W0RD/", "/x/?q=W0RD"]
)
def test_secret_parts_of_addresses_are_left_out(path: str) -> None:
    assert "W0RD" not in logged("Forbidden: %s", path)


def test_no_address_with_a_word_that_opens_something_is_told() -> None:
    """A new one of this kind must be named in discretion.py; these two open nothing to who is not signed in."""
    for_members = {"introductions/asked/<str:word>/", "introductions/ways/<str:word>/"}
    secret = [one for one in routes(get_resolver().url_patterns) if re.search(r"<str:(word|key)>", one)]
    for route in set(secret) - for_members:
        assert "W0RD" not in logged("Forbidden: %s", "/" + re.sub(r"<str:\w+>", "W0RD", route)), route
    assert len(secret) > 8


def test_the_rest_stays() -> None:
    assert logged("Not Found: %s", "/people/7/") == "ERROR Not Found: /people/7/"


@pytest.mark.parametrize("sign", ["\n", "\r", "\x1b[2J", "\x85", "\u2028"])
def test_nothing_that_is_quoted_begins_a_line_of_its_own(sign: str) -> None:
    said = logged("Forbidden (%s): %s", f"Origin {sign}ERROR all is lost", "/people/7/")
    assert len(said.splitlines()) == 1
    assert said.isprintable()
