"""The hub's most visited pages ask the database little, whatever has happened there."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

import cast
from fullhub import full_hub
from rapport.people.models import Book

pytestmark = pytest.mark.django_db
FEW = 15
PAGES = {
    "/talk/": FEW,
    "/members/bo/": FEW,
    "/members/cy/": FEW,
    "/groups/chapter/": FEW,
    "/events/1/": FEW,
    "/events/1/brief/": FEW + 3,  # what the book knows of those who come
    "/posts/1/": FEW,
    "/members/?interest=butterflies": FEW,
    "/": FEW,
}


def test_pages_of_the_hub_ask_little() -> None:
    members = cast.all_four()
    full_hub(members)
    Book.of(members["ann"])
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(members["ann"].account)
    asked = {}
    for path in PAGES:
        client.get(path)
        with CaptureQueriesContext(connection) as said:
            assert client.get(path).status_code == 200, path
        asked[path] = len(said)
    assert {path: count for path, count in asked.items() if count > PAGES[path]} == {}
