"""Every address, seen by every member of the cast: it answers, asks to sign in, or is not there; it never breaks."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

import cast
from addresses import addresses
from fullhub import full_hub
from tainted import tainted_book

pytestmark = pytest.mark.django_db
FINE = {200, 302, 404, 405}
READING = ("declare", "select", "with", "savepoint", "release savepoint", "explain")


@pytest.fixture
def ann() -> Client:
    members = cast.all_four()
    full_hub(members)
    ann = members["ann"]
    tainted_book(ann)
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(ann.account)
    return client


def test_ann_s_own_pages_all_answer(ann: Client) -> None:
    for address in addresses():
        answer = ann.get(address.path)
        assert answer.status_code in FINE, f"{address.path} answers {answer.status_code}"


def test_nobody_is_asked_to_sign_in_or_told_there_is_nothing(ann: Client) -> None:
    stranger = Client(HTTP_HOST="127.0.0.1")
    for address in addresses():
        answer = stranger.get(address.path)
        assert answer.status_code in FINE, address.path
        if answer.status_code == 200:
            assert not address.is_numbered, f"{address.path} shows a row to nobody"


def test_reading_a_page_writes_nothing(ann: Client) -> None:
    """But that somebody looked at a profile, where both wish it to be known, once a day."""
    for address in addresses():
        with CaptureQueriesContext(connection) as said:
            ann.get(address.path)
        asked = (query["sql"] for query in said if "network_profileview" not in query["sql"])
        written = [sql for sql in asked if not sql.lower().lstrip(" (\n").startswith(READING)]
        assert written == [], f"GET {address.path} writes"


def test_every_posting_form_wants_its_token(ann: Client) -> None:
    strict = Client(HTTP_HOST="127.0.0.1", enforce_csrf_checks=True)
    strict.cookies = ann.cookies
    for address in addresses():
        assert strict.post(address.path, {}).status_code in (403, 404, 405), address.path


def test_members_pages_are_kept_from_every_cache(ann: Client) -> None:
    for address in addresses():
        answer = ann.get(address.path)
        assert "no-store" in answer.headers.get("Cache-Control", ""), address.path
