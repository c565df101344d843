"""The hub's truth stands in every town: who is here, what is on tonight, who waits, who vouches."""

from datetime import date, datetime

import pytest

from rapport.town import Town, build
from rapport.town.hub import Hub, hub_of
from rapport.town.hub.people import strangers_to_ann

SEEDS = (1, 2, 3)


@pytest.fixture(scope="module", params=SEEDS)
def town(request: pytest.FixtureRequest) -> Town:
    return build(request.param)


@pytest.fixture(scope="module")
def hub(town: Town) -> Hub:
    return hub_of(town)


def moments(hub: Hub) -> list[datetime]:
    told = (
        *hub.posts,
        *hub.columns,
        *hub.comments,
        *hub.answers,
        *hub.thanks,
        *hub.vouches,
        *hub.testimonials,
        *hub.messages,
    )
    return [one.at for one in (*told, *hub.members, *hub.connections, *hub.follows, *hub.requests)]


def test_the_same_town_gives_the_same_hub(town: Town, hub: Hub) -> None:
    assert hub_of(town) == hub


def test_some_two_hundred_take_part_each_with_a_handle(hub: Hub) -> None:
    handles = [one.handle for one in hub.members]
    assert 150 <= len(set(handles)) == len(handles) <= 250
    assert {"ann", "bo", "mo", "cy", "dee", "brigid", "zhanna", "john", "lars"} <= set(handles)


def test_nothing_has_happened_after_this_morning(town: Town, hub: Hub) -> None:
    assert max(moments(hub)) < town.now


def test_nobody_acts_before_they_came_in(hub: Hub) -> None:
    came = {one.handle: one.at for one in hub.members}
    said = [*hub.posts, *hub.comments, *hub.answers, *hub.thanks, *hub.vouches, *hub.testimonials, *hub.messages]
    early = [one for one in said if one.at < came[one.by]]
    early += [pair for pair in hub.connections if pair.at < max(came[pair.one], came[pair.other])]
    assert early == []


def test_what_is_written_on_blogs_stands_behind_a_link_of_the_profile(hub: Hub) -> None:
    links = {one.handle: one.links for one in hub.showings}
    assert hub.columns
    assert all(one.blog in links[one.by] for one in hub.columns)


def test_tonight_six_of_anns_people_come_zhanna_and_cy(town: Town, hub: Hub) -> None:
    tonight = next(one for one in hub.evenings if one.on == town.today)
    person = {one.handle: one.person for one in hub.members}
    known = [who for who in tonight.comes if person[who] not in strangers_to_ann(town) and who not in ("ann", "zhanna")]
    assert len(known) == 6
    assert {"zhanna", "cy"} <= set(tonight.comes)
    assert (tonight.cost, tonight.is_paid_at_door) == ("£5", True)


def test_bo_holds_the_plumbers_seat_and_john_none_beside_him(hub: Hub) -> None:
    held = {(chair.group, chair.profession): chair.holder for chair in hub.chairs if chair.holder}
    assert held["harbour-chapter", "Plumber"] == "bo"
    assert len({(group, holder) for (group, _), holder in held.items()}) == len(held)


def test_two_joined_eventprofs_since_yesterday(hub: Hub) -> None:
    circle = next(one for one in hub.groups if one.key == "eventprofs")
    assert sum(at.date() == date(2026, 11, 18) for _, at in circle.people) == 2


def test_eleven_vouch_for_anns_pricing_four_of_them_from_abroad(town: Town, hub: Hub) -> None:
    said = [vouch for vouch in hub.vouches if vouch.to == "ann"]
    person = {one.handle: town.by_id[one.person] for one in hub.members}
    homes = [person[vouch.by].home for vouch in said]
    assert len(said) == len({vouch.text for vouch in said}) == 11
    assert sum(home not in ("amaranth", "london", "leeds", "swansea", "aberdeen") for home in homes) == 4
    connected = {frozenset((pair.one, pair.other)) for pair in hub.connections}
    assert all({frozenset((vouch.by, vouch.to))} <= connected for vouch in hub.vouches)


def test_what_was_told_in_confidence_stands_in_no_profile(hub: Hub) -> None:
    told = [str(showing).casefold() for showing in hub.showings]
    assert not [text for text in told if "butterfl" in text]


def test_bo_and_brigid_never_met_here(hub: Hub) -> None:
    both = {"bo", "brigid"}
    assert not [pair for pair in hub.connections if {pair.one, pair.other} == both]
    assert not [circle for circle in hub.groups if both <= {circle.leads, *(who for who, _ in circle.people)}]
    assert not [evening for evening in hub.evenings if both <= set(evening.comes)]


def test_a_way_leads_to_zhanna(hub: Hub) -> None:
    near = {frozenset((pair.one, pair.other)) for pair in hub.connections}
    assert frozenset(("ann", "zhanna")) not in near
    ways = [who for who in hub.reaches if {frozenset((who, "ann")), frozenset((who, "zhanna"))} <= near]
    assert "lars" in ways
    assert {"ann", "zhanna"} <= set(hub.reaches)


def test_groups_have_members_who_are_here(hub: Hub) -> None:
    handles = {one.handle for one in hub.members}
    assert len(hub.groups) == 14
    for circle in hub.groups:
        assert {circle.leads, *circle.greeters} <= handles
        assert set(circle.greeters) <= {who for who, _ in circle.people}


def test_a_larger_town_has_a_hub_as_well() -> None:
    assert len(hub_of(build(1, "M")).groups) == 14
