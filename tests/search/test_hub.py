"""What stands on the hub is found by whatever one remembers of it."""

from datetime import date

import pytest

import cast
from events.gathering import event
from people.pages import as_member, words
from rapport.groups.models import Group
from rapport.groups.starting import start
from rapport.help.asking import ask
from rapport.members.audience import Audience
from rapport.members.models import Hub, Member
from rapport.people.aftermath import INDEXED
from rapport.profiles.findable import index
from rapport.profiles.models import Expertise, Offer, ShownInterest, Wanted
from rapport.profiles.say import say, say_lines
from search.looking import on_hub_of, reasons
from talk.saying import connected, wrote

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann() -> Member:
    found = cast.ann()
    index([found])
    return found


@pytest.fixture
def bo() -> Member:
    """Who says of himself what others may know."""
    found = cast.bo()
    say(member=found, business="Plumber at the harbour", about="I *mend* what drips", place="Tromsø")
    say_lines(member=found, model=Offer, texts=["Emergency repairs"], audience=Audience.MEMBERS)
    say_lines(member=found, model=Wanted, texts=["A workshop near the quay"], audience=Audience.MEMBERS)
    say_lines(member=found, model=Expertise, texts=["Underfloor heating"], audience=Audience.MEMBERS)
    say_lines(member=found, model=ShownInterest, texts=["Lepidoptera"], audience=Audience.MEMBERS)
    return found


@pytest.mark.parametrize(
    "typed",
    [
        "lindq",
        "bo",
        "PLUMB",
        "mend drips",
        "tromso",
        "emergency",
        "workshop quay",
        "underfl",
        "butterflies",
        "bo repair",
    ],
)
def test_a_member_is_found_by_whatever_they_show(ann: Member, bo: Member, typed: str) -> None:
    assert on_hub_of(ann, typed, "members") == ["Bo Lindqvist"]


@pytest.mark.parametrize("typed", ["Lindquist", "Lidnqvist", "Bö Lïndqvist"])
def test_slips_and_accents_are_forgiven(ann: Member, bo: Member, typed: str) -> None:
    assert on_hub_of(ann, typed) == ["Bo Lindqvist"]


def test_the_page_says_why(ann: Member, bo: Member) -> None:
    assert reasons(ann, "emergency") == ["Offers Emergency repairs"]
    assert reasons(ann, "quay") == ["Is after A workshop near the quay"]
    assert reasons(ann, "drips") == ["About I mend what drips"]


def test_whom_one_is_connected_with_comes_first(ann: Member) -> None:
    people = [cast.member(f"kim{n}", f"Kim {n}") for n in range(3)]
    index(people)
    connected(ann, people[1])
    assert on_hub_of(ann, "kim") == ["Kim 1", "Kim 2", "Kim 0"]


def test_groups_are_found_by_name_place_and_what_they_are_for(ann: Member) -> None:
    start(by=ann, group=Group(name="Harbour Chapter", place="Leeds", about="For *caterers*"), now=cast.MORNING)
    assert [on_hub_of(ann, typed) for typed in ("chapt", "leeds", "caterer", "Harbor")] == [["Harbour Chapter"]] * 4


def test_the_next_event_comes_first_then_those_that_were(ann: Member) -> None:
    for title, on in (
        ("Supper 1", date(2026, 11, 1)),
        ("Supper 2", date(2026, 12, 9)),
        ("Supper 3", date(2026, 11, 30)),
    ):
        event(ann, title=title, on=on, about="With soup")
    assert on_hub_of(ann, "supper", "events") == on_hub_of(ann, "soup") == ["Supper 3", "Supper 2", "Supper 1"]
    assert len(on_hub_of(ann, "harbour hall", "events")) == 3


def test_posts_articles_tags_and_questions(ann: Member, bo: Member) -> None:
    wrote(bo, "Who paints **boat**s? #EventProfs")
    wrote(bo, "How it is done.", title="Boats in winter")
    ask(asker=bo, title="Whose boat is it?", text="The one with the oboe", now=cast.MORNING)
    assert on_hub_of(ann, "boats", "posts") == ["Boats in winter", "Post by Bo Lindqvist"]
    assert on_hub_of(ann, "event profs", "tags") == ["#EventProfs"]
    assert on_hub_of(ann, "oboe") == ["Whose boat is it?"]


def test_one_s_own_and_what_is_shared_stand_apart(ann: Member, bo: Member) -> None:
    person = cast.known(ann, "Bo from the quay")
    INDEXED.settle(person.book, [person.pk])
    page = words(as_member(ann).get("/search/?q=bo"))
    own, shared = page.partition('id="found-shared"')[::2]
    assert 'id="found-own"' in own
    assert (person.path in own, bo.path in own, person.path in shared, bo.path in shared) == (True, False, False, True)


def test_enter_on_the_only_thing_found_opens_it(ann: Member, bo: Member) -> None:
    assert as_member(ann).get("/search/?q=plumber")["Location"] == bo.path
    assert as_member(ann).get("/search/?q=lindquist").status_code == 200


def test_the_hub_is_called_by_its_name(ann: Member, bo: Member) -> None:
    Hub.objects.create(pk=1, name="Port Amaranth")
    cast.known(ann, "Nobody")
    page = words(as_member(ann).get("/search/?q=lindqvist", headers={"hx-request": "true"}))
    assert "Port Amaranth" in page
    assert "<html" not in page
