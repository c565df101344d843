"""What the server asks of itself before anybody else does."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import cast
from rapport.people.models import Book
from rapport.site.warming import warm_up

pytestmark = pytest.mark.django_db


def test_the_first_visits_write_nothing() -> None:
    Book.of(cast.ann())
    with CaptureQueriesContext(connection) as asked:
        warm_up()
    assert asked
    assert [one["sql"] for one in asked if one["sql"].startswith(("INSERT", "UPDATE", "DELETE"))] == []


def test_a_hub_without_members_is_warmed_as_well() -> None:
    warm_up()
