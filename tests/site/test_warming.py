"""What the server asks of itself before anybody else does."""

from collections.abc import Iterator

import pytest
from django.core.signals import request_finished
from django.db import close_old_connections, connection
from django.test.utils import CaptureQueriesContext

import cast
from rapport.people.models import Book
from rapport.site.warming import warm_up

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _transaction_that_stays() -> Iterator[None]:
    """After a request Django closes a connection it finds in a transaction, here the test's; its own test client keeps
    it from that in the same way."""
    request_finished.disconnect(close_old_connections)
    yield
    request_finished.connect(close_old_connections)


def test_the_first_visits_write_nothing() -> None:
    Book.of(cast.ann())
    with CaptureQueriesContext(connection) as asked:
        warm_up()
    assert asked
    assert [one["sql"] for one in asked if one["sql"].startswith(("INSERT", "UPDATE", "DELETE"))] == []


def test_a_hub_without_members_is_warmed_as_well() -> None:
    warm_up()
