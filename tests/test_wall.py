"""The wall: what one member writes down, nobody else ever reads, wherever they look."""

import pytest
from django.test import Client

import cast
from addresses import addresses
from fullhub import full_hub
from rapport.members.models import Member
from tainted import MARK, tainted_book

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann() -> Member:
    members = cast.all_four()
    full_hub(members)
    tainted_book(members["ann"])
    return members["ann"]


def seen_by(who: str) -> Client:
    client = Client(HTTP_HOST="127.0.0.1", raise_request_exception=True)
    if who != "nobody":
        client.force_login(Member.objects.get(handle=who).account)
    return client


@pytest.mark.parametrize("who", ["nobody", "cy", "bo", "mo"])
def test_no_page_shows_anybody_else_what_ann_wrote_down(ann: Member, who: str) -> None:
    client = seen_by(who)
    for address in addresses():
        for path in (address.path, f"{address.path}?q={MARK[:6]}&list=1&person=1"):
            answer = client.get(path)
            assert MARK not in answer.content.decode(errors="replace"), f"{who} reads Ann's book at {path}"
            assert MARK not in str(answer.headers)


def test_the_mark_is_there_to_be_found(ann: Member) -> None:
    read = [seen_by("ann").get(address.path).content.decode(errors="replace") for address in addresses()]
    assert sum(MARK in text for text in read) >= 3


@pytest.mark.parametrize("who", ["cy", "mo"])
def test_what_is_not_yours_is_as_if_it_were_not(ann: Member, who: str) -> None:
    client = seen_by(who)
    for address in addresses():
        if address.is_numbered:
            there, nowhere = client.get(address.path), client.get(address.path.replace("/1/", "/999999/"))
            assert there.status_code == nowhere.status_code, address.path
            assert abs(len(there.content) - len(nowhere.content)) <= 64, address.path


@pytest.mark.parametrize("who", ["cy", "mo"])
def test_nobody_else_changes_what_is_ann_s(ann: Member, who: str) -> None:
    client = seen_by(who)
    for address in addresses():
        if address.is_numbered:
            assert client.post(address.path, {"name": "x", "text": "x", "say": "no"}).status_code in (404, 405), address
