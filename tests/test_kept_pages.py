"""What somebody who is not signed in sees of a member or a post is the present state of it, whatever was kept."""

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

import cast
from fullhub import full_hub
from rapport.hosting.suspending import readmit, suspend
from rapport.kit import kept
from rapport.kit.shows import shows
from rapport.members.models import Member
from rapport.profiles.say import say
from seen_by_nobody import ACTS, ALL, NOW, POST, PROFILE, ann, bo, mo, showing_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def members() -> dict[str, Member]:
    kept._ready.clear()
    return showing_all()


def seen(path: str, etag: str = "") -> HttpResponse:
    return Client(HTTP_HOST="127.0.0.1").get(path, headers={"If-None-Match": etag} if etag else {})


@pytest.mark.parametrize(
    ("path", "name", "act", "there", "gone"), ACTS, ids=[f"{path}{name}" for path, name, *_ in ACTS]
)
def test_what_is_done_is_seen_by_nobody_at_once(
    members: dict[str, Member], path: str, name: str, act: Callable[[], object], there: str, gone: str
) -> None:
    before = seen(path)
    words = before.content.decode()
    assert seen(path, before["ETag"]).status_code == 304
    assert not there or there not in words
    assert gone in words
    act()
    after = seen(path, before["ETag"])
    assert after.status_code in (200, 404)
    assert there in after.content.decode()
    assert not gone or gone not in after.content.decode()
    kept._ready.clear()
    assert seen(path).content == after.content


@pytest.mark.parametrize("path", [PROFILE, POST, "/articles/bo/x/"])
def test_all_that_a_kept_page_reads_is_watched(path: str) -> None:
    """A part that reads further tables says so beside its panel: Shows(...). Of no group is what everyone reads, and
    what an address stands for is asked before."""
    full_hub(cast.all_four())
    kept._ready.clear()
    with CaptureQueriesContext(connection) as asked:
        assert seen(path).status_code == 200
    read = {table for query in asked for table in re.findall(r'(?:FROM|JOIN) "(\w+)"', query["sql"])}
    kind = "profile" if path == PROFILE else "post"
    watched = {one.table for one in shows() if one.page == kind}
    assert read - watched - {"kit_pageversion", "groups_group", "talk_slug"} == set()


@pytest.mark.parametrize("path", [PROFILE, POST])
def test_who_has_it_is_sent_nothing_and_one_question_is_asked(members: dict[str, Member], path: str) -> None:
    had = seen(path)
    with CaptureQueriesContext(connection) as asked:
        again, anew = seen(path, had["ETag"]), seen(path)
    assert (again.status_code, again.content, len(asked)) == (304, b"", 2)
    assert (anew.status_code, anew.content) == (200, had.content)
    for answer in (had, again, anew):
        assert answer["Cache-Control"] == "no-cache"
        assert {"Cookie", "Accept-Language"} <= {word.strip() for word in answer["Vary"].split(",")}
    assert anew.get("X-Robots-Tag") == had.get("X-Robots-Tag")


@pytest.mark.parametrize("path", [PROFILE, POST])
def test_the_head_alone_is_that_of_the_page(members: dict[str, Member], path: str) -> None:
    head, page = Client(HTTP_HOST="127.0.0.1").head(path), seen(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head["ETag"] == page["ETag"]


def test_who_comes_back_is_seen_again(members: dict[str, Member]) -> None:
    had = seen(PROFILE)
    suspend(member=bo(), by=mo(), why="Spam", now=NOW)
    assert seen(PROFILE, had["ETag"]).status_code == 404
    readmit(member=bo(), by=mo(), now=NOW)
    assert seen(PROFILE).content == had.content


def test_the_hour_there_is_the_present_one(members: dict[str, Member], settings) -> None:
    say(member=bo(), place_for=ALL)
    settings.CLOCK_FIXED = NOW
    had = seen(PROFILE)
    settings.CLOCK_FIXED = NOW.replace(minute=52)
    assert "07:40 there" in had.content.decode()
    assert "07:52 there" in seen(PROFILE, had["ETag"]).content.decode()


def test_members_and_whoever_chose_something_get_pages_of_their_own(members: dict[str, Member]) -> None:
    seen(PROFILE)
    signed_in = Client(HTTP_HOST="127.0.0.1")
    signed_in.force_login(ann().account)
    assert "A workshop near the quay" in signed_in.get(PROFILE).content.decode()
    dark = Client(HTTP_HOST="127.0.0.1")
    dark.cookies["theme"] = "dark"
    assert 'data-theme="dark"' in dark.get(PROFILE).content.decode()
