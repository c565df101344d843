"""Finding groups: by each axis, and never one that is hidden."""

from typing import Any

import pytest

import cast
from groups.harbour import DAY, NOW, belongs, body, chapter, signed_in
from rapport.groups import joining
from rapport.groups.leaving import remove
from rapport.groups.models import Group, NotThisGroup
from rapport.groups.shared import groups_of, members_of, shown_groups_of, together
from rapport.groups.suiting import suiting
from rapport.members.blocking import block
from rapport.members.models import Member
from rapport.network.models import Connection

pytestmark = pytest.mark.django_db
AXES = [
    ("meets=online", {"meets": "online"}, {"meets": "rooms"}),
    ("meets=rooms", {"meets": "both"}, {"meets": "online"}),
    ("meets=both", {"meets": "both"}, {"meets": "online"}),
    ("fee=free", {"is_paid": False}, {"is_paid": True}),
    ("fee=paid", {"is_paid": True}, {"is_paid": False}),
    ("runs=structured", {"is_structured": True}, {"is_structured": False}),
    ("runs=free", {"is_structured": False}, {"is_structured": True}),
    ("door=invitation", {"door": "invitation"}, {"door": "open"}),
    ("place=Oslo", {"place": "Oslo"}, {"place": "Lagos"}),
    ("industry=Food", {"industry": "Food"}, {"industry": ""}),
    ("seats=on", {"seats_per_profession": 2}, {"seats_per_profession": 0}),
]


def connect(one: Member, other: Member) -> None:
    for member, another in ((one, other), (other, one)):
        Connection.objects.create(member=member, other=another)


@pytest.mark.parametrize(("query", "fits", "fits_not"), AXES, ids=[axis[0] for axis in AXES])
def test_each_axis_can_be_looked_for(query: str, fits: dict[str, Any], fits_not: dict[str, Any]) -> None:
    chapter(handle="this", name="This one", **fits)
    chapter(handle="that", name="That one", **fits_not)
    page = body(None, f"/groups/?{query}")
    assert "This one" in page
    assert "That one" not in page


def test_capitals_of_a_place_make_no_difference() -> None:
    chapter(handle="this", name="This one", place="Port Amaranth")
    chapter(handle="that", name="That one", place="PORT AMARANTH")
    page = body(None, "/groups/?place=Port+Amaranth")
    assert "This one" in page
    assert "That one" in page


@pytest.mark.parametrize("query", ["meets=moon", "place=Nowhere", "after=xx", "door=%00", "fee=free&fee=paid"])
def test_what_makes_no_sense_is_no_wish(query: str) -> None:
    assert signed_in(cast.ann()).get(f"/groups/?{query}").status_code == 200


def test_my_groups_come_first() -> None:
    people = cast.all_four()
    chapter(led_by=people["mo"], handle="other", name="A group of others")
    chapter(people["ann"], led_by=people["mo"], is_hidden=True)
    page = body(people["ann"], "/groups/")
    assert page.index("Harbour Chapter") < page.index("A group of others")


QUERIES = ["", "?door=request", "?place=Oslo", "?industry=Food", "?seats=on", "?meets=rooms&fee=paid"]


@pytest.mark.parametrize("query", QUERIES)
def test_a_hidden_group_changes_nothing_for_others(query: str) -> None:
    people = cast.all_four()
    chapter(people["ann"], led_by=people["mo"], handle="known", name="Known")
    before = {who: body(people.get(who), f"/groups/{query}") for who in ("ann", "cy", "nobody")}
    chapter(led_by=people["mo"], is_hidden=True, place="Oslo", industry="Food", meets="rooms", is_paid=True)
    for who, page in before.items():
        assert body(people.get(who), f"/groups/{query}") == page


def test_every_page_of_a_hidden_group_is_as_if_it_were_not() -> None:
    people = cast.all_four()
    group = chapter(people["ann"], led_by=people["mo"], is_hidden=True)
    pages = ["", "people/", "edit/", "leave/", "waiting/", "seats/", "seats/apply/"]
    acts = [
        "join/",
        "ask/",
        "invite/",
        "invitation/",
        "visit/",
        "shown/",
        "welcome/",
        "role/",
        "remove/",
        "seats/answer/",
    ]
    for who in ("bo", "cy"):
        client = signed_in(people[who])
        assert {client.get(f"{group.path}{page}").status_code for page in pages} == {404}
        assert {client.post(f"{group.path}{act}", {"member": "ann"}).status_code for act in acts} == {404}
    assert signed_in(None).get(group.path).status_code == 404


def test_a_hidden_membership_is_not_shown_counted_or_inferred() -> None:
    people = cast.all_four()
    group = chapter(people["ann"], led_by=people["mo"])
    before = {who: body(people[who], group.path) for who in ("ann", "cy")}
    belongs(group, people["bo"], since=NOW - 300 * DAY, is_shown=False)
    for who, page in before.items():
        assert body(people[who], group.path) == page
    assert "Bo Lindqvist" in body(people["mo"], group.path)
    assert "Bo Lindqvist" not in body(people["ann"], f"{group.path}people/")
    assert not shown_groups_of(people["bo"], people["ann"]).exists()


def test_a_block_hides_each_from_the_other_in_the_group() -> None:
    people = cast.all_four()
    group = chapter(people["ann"], people["bo"], led_by=people["mo"])
    block(by=people["ann"], other=people["bo"], now=NOW)
    for one, other in (("ann", "Bo Lindqvist"), ("bo", "Ann Okafor")):
        for page in ("", "people/", "seats/", "leave/"):
            assert other not in body(people[one], f"{group.path}{page}")
    assert members_of(group, people["ann"]).count() == 2
    assert not together(people["ann"], people["bo"]).exists()


def test_nobody_sees_who_is_in_it_without_signing_in() -> None:
    people = cast.all_four()
    group = chapter(people["ann"], led_by=people["mo"])
    page = body(None, group.path)
    assert "Harbour Chapter" in page
    assert "Okafor" not in page
    assert "Haddad" not in page


def test_who_was_put_out_loses_sight_of_a_hidden_group_at_once() -> None:
    people = cast.all_four()
    group = chapter(people["ann"], led_by=people["mo"], is_hidden=True)
    assert "Harbour Chapter" in body(people["ann"], group.path)
    remove(by=people["mo"], member=people["ann"], group=group, now=NOW)
    assert body(people["ann"], group.path) == ""
    assert not groups_of(people["ann"]).exists()


def test_groups_that_may_suit_me_say_why() -> None:
    people = cast.all_four()
    chapter(people["ann"], handle="mine", name="Mine", place="Oslo", industry="Food")
    chapter(people["bo"], handle="bos", name="Bo's")
    chapter(people["cy"], handle="near", name="Near", place="oslo")
    chapter(people["cy"], handle="trade", name="Trade", industry="food")
    chapter(people["cy"], handle="far", name="Far", place="Lima")
    connect(people["ann"], people["bo"])
    found = {one.group.handle: one.reason for one in suiting(people["ann"])}
    assert list(found) == ["bos", "trade", "near"]
    assert found["bos"] == "Bo Lindqvist is in it."
    assert found["near"] == "It meets where you are: oslo."


@pytest.mark.parametrize("axes", [{"is_hidden": True}, {"door": "invitation"}])
def test_what_one_cannot_join_is_not_proposed(axes: dict[str, Any]) -> None:
    people = cast.all_four()
    connect(people["ann"], people["bo"])
    chapter(people["bo"], **axes)
    assert suiting(people["ann"]) == []


def test_a_membership_not_shown_gives_no_reason() -> None:
    people = cast.all_four()
    connect(people["ann"], people["bo"])
    belongs(chapter(people["cy"]), people["bo"], is_shown=False)
    assert suiting(people["ann"]) == []


def test_together_knows_what_one_may_know() -> None:
    people = cast.all_four()
    group: Group = chapter(people["ann"], led_by=people["mo"], is_hidden=True)
    belongs(group, people["bo"], is_shown=False)
    assert [found.handle for found in together(people["bo"], people["ann"])] == ["chapter"]
    assert [found.handle for found in together(people["ann"], people["bo"])] == []
    assert [found.handle for found in together(people["mo"], people["bo"])] == ["chapter"]


def test_not_this_one_is_remembered_and_the_group_stays_listed() -> None:
    people = cast.all_four()
    connect(people["ann"], people["bo"])
    group = chapter(people["bo"], led_by=people["mo"])
    assert "not-this-one/" in body(people["ann"], "/groups/")
    for _ in range(2):
        signed_in(people["ann"]).post(f"{group.path}not-this-one/")
    page = body(people["ann"], "/groups/")
    assert "not-this-one/" not in page
    assert "Harbour Chapter" in page
    assert NotThisGroup.objects.get().member == people["ann"]


def test_of_a_hidden_group_nothing_is_remembered_nor_said() -> None:
    people = cast.all_four()
    group = chapter(led_by=people["mo"], is_hidden=True)
    answers = [signed_in(people["ann"]).post(f"/groups/{one}/not-this-one/") for one in (group.handle, "nothing")]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert not NotThisGroup.objects.exists()


def test_where_there_is_no_group_yet_a_member_starts_the_first() -> None:
    first = 'href="/groups/start/"'
    assert body(cast.ann(), "/groups/").count(first) == 1
    assert "Start the first one" in body(cast.member("dee", "Dee Walsh"), "/groups/")
    assert first not in body(None, "/groups/")
    chapter(cast.bo())
    page = body(cast.cy(), "/groups/")
    assert (page.count(first), "Start the first one" in page) == (1, False)


def test_an_invitation_stands_above_all_groups_until_it_is_answered() -> None:
    people = cast.all_four()
    group = chapter(led_by=people["mo"], door="invitation", is_hidden=True)
    joining.invite(by=people["mo"], member=people["cy"], group=group, note="First Mondays.", now=NOW)
    assert "Mo Haddad invites you. “First Mondays.”" in body(people["cy"], "/groups/")
    assert "for its members to see" in body(people["cy"], group.path)
    block(by=people["cy"], other=people["mo"], now=NOW)
    assert "You are invited" not in body(people["cy"], "/groups/")
