"""What a member did on the hub goes along: every row that a room declares to be theirs."""

import json
from typing import Any

import pytest
from django.test import Client

import cast
from fullhub import full_hub
from rapport.exports.doings import declared_by_key, doings_json
from rapport.kit.holdings import holdings
from rapport.members.models import Member
from tainted import MARK, tainted_book

pytestmark = pytest.mark.django_db


@pytest.fixture
def members() -> dict[str, Member]:
    members = cast.all_four()
    full_hub(members)
    return members


def exported(member: Member) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(b"".join(doings_json(member, cast.MORNING.date())))
    return read


def test_every_room_that_declares_something_is_in_it(members: dict[str, Member]) -> None:
    found = exported(members["ann"])
    assert {holding.export.removeprefix("hub.") for holding in holdings() if holding.export.startswith("hub.")} <= set(
        found
    )
    assert found["answers"][0]["text"] == "By what it saves."
    assert found["connections"][0]["other"] == "bo"


def test_what_others_did_is_theirs(members: dict[str, Member]) -> None:
    assert "The price held." not in json.dumps(exported(members["cy"]))
    assert all(row.get("by", "bo") == "bo" for row in exported(members["bo"])["vouches"])


def test_nothing_of_a_book_is_in_it(members: dict[str, Member]) -> None:
    tainted_book(members["ann"])
    assert MARK not in json.dumps(exported(members["ann"]))


def test_the_same_rows_give_the_same_bytes(members: dict[str, Member]) -> None:
    one, other = (b"".join(doings_json(members["ann"], cast.MORNING.date())) for _ in range(2))
    assert one == other
    assert declared_by_key()


def test_it_is_a_file_in_the_settings(members: dict[str, Member]) -> None:
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(members["ann"].account)
    answer = client.get("/settings/export/hub/")
    assert answer.headers["Content-Disposition"].endswith('.hub.json"')
    assert json.loads(b"".join(answer))["member"] == "ann"  # type: ignore[arg-type]
