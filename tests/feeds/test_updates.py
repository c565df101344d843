"""Blogs and questions among the updates on one's interests."""

from typing import Any

import pytest

import cast
from rapport.feeds.asking import keep
from rapport.feeds.follow import follow
from rapport.feeds.own import show_blog
from rapport.feeds.reading.parse import Item
from rapport.help.asking import ask
from rapport.members.audience import Audience
from rapport.members.blocking import block
from rapport.members.models import Member
from rapport.network.models import Follow
from rapport.profiles.links import link
from rapport.profiles.models import ShownInterest
from rapport.profiles.say import say_lines
from rapport.talk.interests import updates
from rapport.talk.tags import follow_tag
from talk.saying import LATER, NOW, connected, group_of, reading_as

pytestmark = pytest.mark.django_db
KEEL = Item("k", "A keel", "https://bo.example/keel", NOW.isoformat(), "On butterflies and oak.", ("Boats",))


def shows(member: Member, *items: Item, audience: int = Audience.MEMBERS) -> None:
    made = show_blog(link=link(member=member, text="https://bo.example/", audience=audience), now=NOW)
    keep(made, items, "https://bo.example/", LATER)


def told(member: Member) -> list[tuple[str, str, str]]:
    return [(one.title, one.reason, one.host) for one in updates(member, now=LATER)]


@pytest.mark.parametrize("why", ["tag", "interest", "follow"])
def test_a_member_s_blog_is_news_by_tag_by_interest_and_by_follow(why: str) -> None:
    ann, bo = cast.ann(), cast.bo()
    shows(bo, KEEL)
    assert told(ann) == []
    if why == "tag":
        follow_tag(by=ann, word="#boats", now=NOW)
    elif why == "interest":
        say_lines(member=ann, model=ShownInterest, texts=["Lepidoptera"], audience=Audience.CONNECTIONS)
    else:
        Follow.objects.create(by=ann, other=bo, since=NOW)
    reason = {"tag": "You follow #boats.", "interest": "You care for Lepidoptera."}
    assert told(ann) == [("A keel", reason.get(why, "You follow Bo Lindqvist."), "bo.example")]


def test_what_is_for_connections_and_what_a_block_is_between_is_no_news() -> None:
    ann, bo, cy = cast.ann(), cast.bo(), cast.cy()
    for reader in (ann, cy):
        follow_tag(by=reader, word="#boats", now=NOW)
    shows(bo, KEEL, audience=Audience.CONNECTIONS)
    connected(bo, ann)
    assert (len(told(ann)), told(cy)) == (1, [])
    block(by=ann, other=bo, now=NOW)
    assert told(ann) == []


def test_blogs_read_of_one_s_people_are_news_to_oneself_alone() -> None:
    ann = cast.ann()
    blog = follow(person=cast.known(ann, "Bo Lindqvist"), url="https://bo.example/", now=NOW)
    keep(blog, [KEEL], blog.url, LATER)
    cy = cast.cy()
    follow_tag(by=cy, word="#boats", now=NOW)
    assert told(ann) == [("A keel", "You read their blog.", "bo.example")]
    assert told(cy) == []
    assert KEEL.href not in reading_as(cy).get("/tags/boats/").content.decode()
    follow_tag(by=ann, word="#boats", now=NOW)
    assert KEEL.href in reading_as(ann).get("/tags/boats/").content.decode()


def test_of_one_told_twice_one_is_shown() -> None:
    ann, bo = cast.ann(), cast.bo()
    shows(bo, KEEL)
    blog = follow(person=cast.known(ann, "Bo Lindqvist"), url="https://bo.example/", now=NOW)
    keep(blog, [KEEL], blog.url, LATER)
    assert len(told(ann)) == 1


def test_a_question_is_news_and_who_asks_without_a_name_is_not_told_by_a_follow() -> None:
    ann, bo = cast.ann(), cast.bo()
    Follow.objects.create(by=ann, other=bo, since=NOW)
    asked: dict[str, Any] = {"asker": bo, "text": "", "now": NOW}
    ask(title="Who mends clocks?", **asked)
    ask(title="Who mends boats?", group=group_of(ann, bo), is_anonymous=True, **asked)
    assert [one.name for one in updates(ann, now=LATER)] == ["Bo Lindqvist"]
    follow_tag(by=ann, word="boats", now=NOW)
    named = {one.title: one.name for one in updates(ann, now=LATER)}
    assert named["Who mends boats?"] == "Somebody in Harbour Chapter"
