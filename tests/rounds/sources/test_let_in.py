"""Somebody asks to come into a group that the owner organises."""

import pytest

import cast
from groups.harbour import DAY, NOW, body, chapter, signed_in
from rapport.groups import guests, joining
from rapport.groups.models import Group, Membership
from rapport.members.blocking import block, mute
from rapport.members.models import Member
from rapport.people.models import Book
from rapport.rounds.answers import answer
from rapport.seats.applying import apply
from rapport.seats.models import Profession
from rounds.morning import TODAY, card, kinds

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def the_town_s_morning(settings: object) -> None:
    settings.CLOCK_FIXED = NOW  # type: ignore[attr-defined]


@pytest.fixture
def group() -> Group:
    """Ann leads the chapter, Bo is in it."""
    return chapter(cast.bo(), led_by=cast.ann())


def of(handle: str) -> Member:
    found: Member = Member.objects.get(handle=handle)
    return found


def test_a_request_is_a_card_of_the_organiser_and_of_nobody_else(group: Group) -> None:
    joining.ask(member=cast.cy(), group=group, line="I bake.", now=NOW)
    found = card(of("ann"), "let_in")
    assert (found.act, found.reason) == ("Answer Cy Park", "Asked to join Harbour Chapter today: “I bake.”")
    assert found.url == f"{group.path}waiting/"
    assert "let_in" not in kinds(of("bo"))


def test_a_visit_and_a_seat_are_asked_for_there_too(group: Group) -> None:
    baker = Profession.objects.get_or_create(name="Baker")[0]
    apply(member=cast.cy(), group=group, profession=baker, line="", now=NOW - DAY)
    guests.ask_to_visit(member=cast.mo(), group=group, line="", is_alone=False, now=NOW)
    found = card(of("ann"), "let_in", most=2)
    assert (found.reason, found.url) == ("Applied for a seat in Harbour Chapter yesterday.", f"{group.path}seats/")
    page = body(of("ann"), "/today/beside/")
    assert page.index("Applied for a seat") < page.index("Asked to visit Harbour Chapter today")


def test_nobody_asks_who_was_put_aside_or_is_kept_apart(group: Group) -> None:
    joining.ask(member=cast.cy(), group=group, line="", now=NOW)
    mute(by=of("ann"), other=of("cy"), now=NOW)
    assert "let_in" not in kinds(of("ann"))
    joining.ask(member=cast.mo(), group=group, line="", now=NOW)
    block(by=of("ann"), other=of("mo"), now=NOW)
    assert "let_in" not in kinds(of("ann"))
    joining.ask(member=cast.member("dee", "Dee Walsh"), group=group, line="", now=NOW)
    assert "let_in" in kinds(of("ann"))
    joining.decline(by=of("ann"), member=of("dee"), group=group, now=NOW)
    assert "let_in" not in kinds(of("ann"))


def test_beside_the_cards_one_tap_lets_in_and_comes_back(group: Group) -> None:
    joining.ask(member=cast.cy(), group=group, line="I bake.", now=NOW)
    assert "Asked to join Harbour Chapter today: “I bake.”" in body(of("ann"), "/today/beside/")
    said = {"member": "cy", "answer": "admit", "next": "/"}
    assert signed_in(of("ann")).post(f"{group.path}waiting/request/", said)["Location"] == "/"
    assert Membership.objects.filter(group=group, member=of("cy")).exists()
    assert "Wait for your word" not in body(of("ann"), "/today/beside/")
    assert "Asked to join" not in body(of("bo"), "/today/beside/")


def test_not_this_is_said_of_one_request_and_not_of_the_group(group: Group) -> None:
    joining.ask(member=cast.cy(), group=group, line="", now=NOW)
    answer(Book.of(of("ann")), card(of("ann"), "let_in").key, "not_this", on=TODAY, now=NOW)
    assert "let_in" not in kinds(of("ann"))
    guests.ask_to_visit(member=cast.mo(), group=group, line="", is_alone=False, now=NOW)
    assert "let_in" in kinds(of("ann"), on=TODAY + DAY)
