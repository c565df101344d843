"""Guests: a few visits, each granted; new and alone only by one's own wish."""

import pytest

import cast
from groups.harbour import DAY, NOW, body, chapter, deeds, signed_in
from rapport.groups import guests, joining
from rapport.groups.leaving import remove
from rapport.groups.models import Group, GuestVisit
from rapport.groups.refused import Refused
from rapport.groups.shared import alone, new_here
from rapport.members.models import Member

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> dict[str, Member]:
    return cast.all_four()


@pytest.fixture
def group(people: dict[str, Member]) -> Group:
    return chapter(people["ann"], led_by=people["mo"], guest_visits=2)


def visit(member: Member, group: Group, by: Member, **more: object) -> None:
    guests.ask_to_visit(member=member, group=group, now=NOW, **more)  # type: ignore[arg-type]
    guests.receive(by=by, member=member, group=group, now=NOW)


def test_a_guest_visits_as_often_as_the_group_allows(people: dict[str, Member], group: Group) -> None:
    for _ in range(2):
        visit(people["cy"], group, people["mo"])
    assert guests.is_guest(people["cy"], group, now=NOW)
    assert not guests.is_guest(people["cy"], group, now=NOW + guests.GRANTED_FOR)
    with pytest.raises(Refused, match="ask to join"):
        guests.ask_to_visit(member=people["cy"], group=group, now=NOW)
    assert deeds("group.receive") == [("mo", ["cy"]), ("mo", ["cy"])]


def test_asking_twice_is_one_visit(people: dict[str, Member], group: Group) -> None:
    for _ in range(2):
        guests.ask_to_visit(member=people["cy"], group=group, now=NOW)
    assert guests.visits_left(people["cy"], group) == 1


def test_only_an_organiser_receives(people: dict[str, Member], group: Group) -> None:
    guests.ask_to_visit(member=people["cy"], group=group, now=NOW)
    with pytest.raises(Refused):
        guests.receive(by=people["ann"], member=people["cy"], group=group, now=NOW)
    assert signed_in(people["ann"]).post(f"{group.path}waiting/visit/", {"member": "cy"}).status_code == 404
    signed_in(people["mo"]).post(f"{group.path}waiting/visit/", {"member": "cy", "answer": "admit"})
    assert "You are expected as a guest" in body(people["cy"], group.path)


def test_turned_away_looks_like_waiting(people: dict[str, Member], group: Group) -> None:
    guests.ask_to_visit(member=people["cy"], group=group, now=NOW)
    guests.turn_away(by=people["mo"], member=people["cy"], group=group, now=NOW)
    assert "You asked to visit" in body(people["cy"], group.path)
    guests.withdraw_visit(member=people["cy"], group=group, now=NOW)
    guests.ask_to_visit(member=people["cy"], group=group, now=NOW)
    assert "Cy Park" not in body(people["mo"], f"{group.path}waiting/")


def test_a_guest_who_joins_visits_no_more(people: dict[str, Member], group: Group) -> None:
    guests.ask_to_visit(member=people["cy"], group=group, now=NOW)
    joining.ask(member=people["cy"], group=group, line="", now=NOW)
    joining.admit(by=people["mo"], member=people["cy"], group=group, now=NOW)
    assert not GuestVisit.objects.exists()
    with pytest.raises(Refused):
        guests.ask_to_visit(member=people["cy"], group=group, now=NOW)


@pytest.mark.parametrize("axes", [{"guest_visits": 0}, {"is_hidden": True}])
def test_some_groups_take_no_guests(people: dict[str, Member], axes: dict[str, object]) -> None:
    closed = chapter(led_by=people["mo"], handle="closed", **axes)
    with pytest.raises(Refused):
        guests.ask_to_visit(member=people["cy"], group=closed, now=NOW)


def test_who_was_put_out_is_no_guest(people: dict[str, Member], group: Group) -> None:
    remove(by=people["mo"], member=people["ann"], group=group, now=NOW)
    with pytest.raises(Refused):
        guests.ask_to_visit(member=people["ann"], group=group, now=NOW)


def test_a_visit_to_one_gathering_is_no_visit_to_another(people: dict[str, Member], group: Group) -> None:
    visit(people["cy"], group, people["mo"], occasion="event:7")
    assert guests.is_guest(people["cy"], group, now=NOW, occasion="event:7")
    assert not guests.is_guest(people["cy"], group, now=NOW, occasion="event:8")


def test_alone_is_said_only_by_who_wished_it(people: dict[str, Member], group: Group) -> None:
    visit(people["cy"], group, people["mo"], is_alone=True)
    visit(people["bo"], group, people["mo"])
    assert alone(group, [people["cy"].pk, people["bo"].pk]) == {people["cy"].pk}


def test_new_here_is_a_wish_that_ends(people: dict[str, Member], group: Group) -> None:
    ann = people["ann"]
    assert new_here(group, [ann.pk], NOW) == set()
    assert "New here" not in body(people["mo"], f"{group.path}people/")
    guests.wish_to_be_found(member=ann, group=group, is_new=True, now=NOW)
    assert new_here(group, [ann.pk], NOW) == {ann.pk}
    assert new_here(group, [ann.pk], NOW + 50 * DAY) == set()


def test_nobody_wishes_it_for_somebody_else(people: dict[str, Member], group: Group) -> None:
    signed_in(people["mo"]).post(f"{group.path}shown/", {"new": "on", "member": "ann"})
    assert new_here(group, [people["ann"].pk], NOW) == set()
