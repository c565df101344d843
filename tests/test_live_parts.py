"""Two with the same page open see each other: comments, messages, who comes; and nothing is sent while all is old."""

import re
from typing import Any

import pytest
from django.test import Client

import cast
from fullhub import full_hub
from rapport.events.models import Event, Occurrence
from rapport.events.rsvp import Wishes, answer
from rapport.members.blocking import block
from rapport.members.models import Member
from rapport.talk.commenting import comment
from rapport.talk.models import Post
from rapport.threads.messaging import write_to

pytestmark = pytest.mark.django_db
PARTS = {
    "/posts/1/": "/posts/1/comments/",
    "/threads/1/": "/threads/1/messages/",
    "/events/2/": "/events/2/coming/first/",
    "/events/2/?": "/events/2/places/",
}


@pytest.fixture
def members(settings: Any) -> dict[str, Member]:
    settings.CLOCK_FIXED = cast.MORNING
    members = cast.all_four()
    full_hub(members)
    Event.objects.update(capacity=9)
    return members


def signed_in(member: Member) -> Client:
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(member.account)
    return client


def part_of(client: Client, page: str, part: str = "") -> tuple[str, str]:
    found = re.search(rf'data-live="({part}[^"]*)" data-mark="([^"]+)"', client.get(page).content.decode())
    assert found is not None
    return found[1].replace("&amp;", "&"), found[2]


@pytest.mark.parametrize(("page", "part"), PARTS.items())
def test_a_part_asks_its_own_address_and_hears_nothing_while_nothing_is_new(
    members: dict[str, Member], page: str, part: str
) -> None:
    client = signed_in(members["ann"])
    address, mark = part_of(client, page, part)
    assert address.startswith(part)
    assert client.get(address, {"mark": mark}).status_code == 204
    again = client.get(f"{address}{'&' if '?' in address else '?'}mark=0").content.decode()
    assert f'data-mark="{mark}"' in again


def test_a_new_comment_comes_to_the_open_page(members: dict[str, Member]) -> None:
    client = signed_in(members["ann"])
    address, mark = part_of(client, "/posts/1/")
    comment(post=Post.objects.get(pk=1), author=members["cy"], body="I paint them.", now=cast.MORNING)
    assert "I paint them." in client.get(address, {"mark": mark}).content.decode()


def test_a_new_message_comes_to_the_open_thread(members: dict[str, Member]) -> None:
    client = signed_in(members["ann"])
    address, mark = part_of(client, "/threads/1/")
    write_to(other=members["ann"], by=members["bo"], body="At one?", now=cast.MORNING)
    assert "At one?" in client.get(address, {"mark": mark}).content.decode()


def test_who_answers_comes_to_the_open_event_and_who_hides_moves_nothing(members: dict[str, Member]) -> None:
    client = signed_in(members["ann"])
    address, mark = part_of(client, "/events/1/", "/events/1/coming/")
    tonight = Occurrence.objects.filter(event=1).order_by("day")[1]
    wishes = Wishes(is_shown=False)
    dee = cast.member("dee", "Dee Walsh")
    answer(occurrence=tonight, member=dee, says="yes", wishes=wishes, now=cast.MORNING)
    assert client.get(address, {"mark": mark}).status_code == 204
    answer(occurrence=tonight, member=dee, says="yes", now=cast.MORNING)
    assert "Dee Walsh" in client.get(address, {"mark": mark}).content.decode()


def test_the_figure_of_free_places_follows_the_answers(members: dict[str, Member]) -> None:
    client = signed_in(members["ann"])
    address, mark = part_of(client, "/events/1/", "/events/1/places/")
    tonight = Occurrence.objects.filter(event=1).order_by("day")[1]
    free = 9 - tonight.taken
    answer(occurrence=tonight, member=cast.member("dee", "Dee Walsh"), says="yes", now=cast.MORNING)
    shown = client.get(address, {"mark": mark}).content.decode()
    assert f"{free - 1} of 9 are free" in shown
    assert client.get(address, {"mark": part_of(client, "/events/1/", "/events/1/places/")[1]}).status_code == 204


@pytest.mark.parametrize("part", PARTS.values())
def test_a_part_is_for_whom_its_page_is(members: dict[str, Member], part: str) -> None:
    block(by=members["bo"], other=members["cy"], now=cast.MORNING)
    assert Client(HTTP_HOST="127.0.0.1").get(part).status_code == 302
    assert signed_in(members["cy"]).get(part).status_code == (200 if "events" in part else 404)
    assert signed_in(members["ann"]).get(part.replace("/1/", "/9/").replace("/2/", "/9/")).status_code == 404
