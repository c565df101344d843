"""What somebody may not see is not found, by no word, and takes no place from what is."""

import pytest

import cast
from events.gathering import event
from groups.harbour import belongs, chapter
from rapport.groups.findable import GROUPS
from rapport.help.asking import ask
from rapport.hosting.suspending import readmit, suspend
from rapport.kit.fts import Entry, Line, put
from rapport.kit.shelf import HUB
from rapport.members.audience import Audience
from rapport.members.blocking import block, mute, unblock
from rapport.members.models import Member
from rapport.profiles.links import show_way
from rapport.profiles.models import Expertise, Offer
from rapport.profiles.say import say, say_lines
from rapport.talk.findable import POSTS
from search.looking import on_hub_of, reasons
from talk.saying import connected, wrote

pytestmark = pytest.mark.django_db


@pytest.fixture
def members() -> dict[str, Member]:
    return cast.all_four()


@pytest.mark.parametrize(
    ("audience", "finders"),
    [
        (Audience.MEMBERS, ["ann", "bo", "cy", "mo"]),
        (Audience.CONNECTIONS, ["ann", "bo", "cy"]),
        (Audience.LIVING_ROOM, ["bo", "cy"]),
    ],
)
def test_a_part_finds_its_member_for_its_audience_alone(
    members: dict[str, Member], audience: int, finders: list[str]
) -> None:
    bo = members["bo"]
    connected(bo, members["ann"])
    connected(bo, members["cy"], is_living_room=True)
    say(member=bo, about="Keeps taintworts", about_for=audience)
    say_lines(member=bo, model=Expertise, texts=["Lathes"], audience=audience)
    for typed in ("taintwort", "lathes", "bo lathes"):
        assert [who for who, one in members.items() if on_hub_of(one, typed)] == finders


def test_the_reason_says_no_more_than_the_viewer_may_know(members: dict[str, Member]) -> None:
    say_lines(member=members["bo"], model=Offer, texts=["Lathes for friends"], audience=Audience.CONNECTIONS)
    say(member=members["bo"], business="Lathes", business_for=Audience.LIVING_ROOM, place="Lathe Street")
    assert reasons(members["cy"], "lathe") == ["Place Lathe Street"]


def test_addresses_and_numbers_find_nobody(members: dict[str, Member]) -> None:
    show_way(member=members["bo"], text="bo@harbour.example", audience=Audience.MEMBERS, now=cast.MORNING)
    show_way(member=members["bo"], text="+442079460000", audience=Audience.MEMBERS, now=cast.MORNING)
    for typed in ("bo@harbour.example", "harbour", "+44 20 7946 0000", "bo@town.example"):
        assert on_hub_of(members["ann"], typed, "members") == []


def test_who_keeps_out_of_the_lists_is_not_found(members: dict[str, Member]) -> None:
    connected(members["ann"], members["bo"])
    say(member=members["bo"], business="Plumber", is_listed=False)
    assert on_hub_of(members["ann"], "plumber") == on_hub_of(members["ann"], "lindqvist") == []
    say(member=members["bo"], is_listed=True)
    assert on_hub_of(members["ann"], "plumber") == ["Bo Lindqvist"]


def test_blocked_members_find_nothing_of_each_other(members: dict[str, Member]) -> None:
    ann, bo = members["ann"], members["bo"]
    for one in (ann, bo):
        say(member=one, business="Zither repairs")
        wrote(one, "Zither for sale #zither")
        ask(asker=one, title="Whose zither?", text="", now=cast.MORNING)
        event(one, title="Zither evening")
    seen = len(on_hub_of(ann, "zither"))
    block(by=ann, other=bo, now=cast.MORNING)
    assert len(on_hub_of(ann, "zither")) == len(on_hub_of(bo, "zither")) == seen // 2 + 1  # the tag is of both
    assert on_hub_of(ann, "lindqvist") == on_hub_of(bo, "okafor") == []
    unblock(by=ann, other=bo)
    assert len(on_hub_of(ann, "zither")) == seen


def test_who_is_suspended_is_not_found_nor_what_they_wrote(members: dict[str, Member]) -> None:
    bo, cy = members["bo"], members["cy"]
    say(member=bo, business="Zithers")
    wrote(bo, "Zither for sale #zither")
    suspend(member=bo, by=members["mo"], why="Spam", now=cast.MORNING)
    assert on_hub_of(cy, "zither") == []
    readmit(member=bo, by=members["mo"], now=cast.MORNING)
    assert len(on_hub_of(cy, "zither")) == 3


def test_what_muted_members_write_is_left_out_and_they_are_not(members: dict[str, Member]) -> None:
    ann, bo = members["ann"], members["bo"]
    say(member=bo, business="Zithers")
    wrote(bo, "Zither for sale #zither")
    ask(asker=bo, title="Whose zither?", text="", now=cast.MORNING)
    mute(by=ann, other=bo, now=cast.MORNING)
    assert on_hub_of(ann, "zither") == ["Bo Lindqvist"]


def test_muting_somebody_does_not_tell_which_anonymous_question_is_theirs(members: dict[str, Member]) -> None:
    group = chapter(members["ann"], members["bo"])
    ask(asker=members["bo"], title="Zither?", text="", group=group, is_anonymous=True, now=cast.MORNING)
    mute(by=members["ann"], other=members["bo"], now=cast.MORNING)
    assert on_hub_of(members["ann"], "zither") == ["Zither?"]
    assert on_hub_of(members["ann"], "lindqvist", "questions") == []


def test_a_hidden_group_and_all_in_it_is_found_by_its_own(members: dict[str, Member]) -> None:
    ann, bo, cy = members["ann"], members["bo"], members["cy"]
    group = chapter(ann, bo, is_hidden=True, name="Zither ring")
    GROUPS.settle([group.pk])
    wrote(bo, "Zither for sale #zither", group=group)
    ask(asker=bo, title="Whose zither?", text="", group=group, now=cast.MORNING)
    event(bo, title="Zither evening", group=group, audience="group")
    assert len(on_hub_of(ann, "zither")) == 5
    assert on_hub_of(cy, "zither") == on_hub_of(cy, "zihter") == []
    belongs(group, cy)
    assert len(on_hub_of(cy, "zither")) == 5


def test_posts_are_found_by_their_audience(members: dict[str, Member]) -> None:
    bo = members["bo"]
    connected(bo, members["ann"])
    connected(bo, members["cy"], is_living_room=True)
    for audience in Audience.values:
        wrote(bo, f"Zither {audience}", audience)
    wrote(bo, "Zither draft", is_draft=True)
    assert [len(on_hub_of(members[who], "zither")) for who in ("bo", "cy", "ann", "mo")] == [4, 4, 3, 2]


def test_a_tag_that_only_others_may_read_is_not_there(members: dict[str, Member]) -> None:
    wrote(members["bo"], "Look. #zither", Audience.CONNECTIONS)
    assert on_hub_of(members["cy"], "zither") == []
    assert on_hub_of(members["bo"], "zither", "tags") == ["#zither"]


def test_however_much_is_hidden_what_may_be_seen_is_found(members: dict[str, Member]) -> None:
    first = wrote(members["bo"], "Zither for sale")
    secret = chapter(members["bo"], is_hidden=True)
    rows = [wrote(members["bo"], f"Zither {n}", group=secret, at=cast.MORNING.replace(day=n + 1)) for n in range(3)]
    hidden = [Entry(rows[-1].pk + n, [""], [Line("text", "zither")]) for n in range(1, 200)]
    put(HUB, POSTS.kind, hidden)
    assert on_hub_of(members["cy"], "zither") == ["Post by Bo Lindqvist"]
    assert first.pk < rows[0].pk
