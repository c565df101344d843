"""The first evening: whatever little a book knows, three to five acts, all of them true."""

from datetime import date, timedelta

import pytest

import cast
from rapport.ledger.meeting import Somebody, meet
from rapport.members.models import Member
from rapport.people import keys
from rapport.people.gathering import occasion_named
from rapport.people.models import Book, Identity
from rapport.people.noting import note
from rapport.people.typed import Typed
from rapport.rounds.today import the_round
from rounds.morning import TODAY, acts, busy_book, connected, talked

pytestmark = pytest.mark.django_db
NAMES = "Cy Park|Dee Ngata|Rana Haddad|Lars Holm|Inés Peña|Sal Moretti|Grace Whitcombe|Tunde Bello|Priya|Жанна|陳美玲"


def fifteen_minutes(ann: Member, on: date = TODAY) -> set[str]:
    """Three to five acts that fit, each about somebody else and with a reason; their kinds."""
    todays = acts(ann, minutes=15, on=on)
    assert 3 <= len(todays) <= 5
    assert sum(act.minutes for act in todays) <= 15
    people = [person for act in todays for person in act.people]
    assert len(people) == len(set(people))
    assert all(act.reason and act.url for act in todays)
    return {act.kind for act in todays}


def test_eleven_typed_names_and_one_event() -> None:
    ann = cast.ann()
    chapter = occasion_named(book=Book.of(ann), title="Harbour Chapter", on=TODAY, place="")
    people = [Somebody(Typed(name=name)) for name in NAMES.split("|")]
    meet(book=Book.of(ann), occasion=chapter, on=TODAY, people=people, now=cast.MORNING)
    assert "follow_up" in fifteen_minutes(ann)
    assert "follow_up" in fifteen_minutes(ann, on=TODAY + timedelta(days=1))


def test_forty_cards_from_a_telephone() -> None:
    ann = cast.ann()
    for n in range(40):
        person = cast.known(ann, f"Person {n:02}")
        phone = f"+4420794600{n:02}"
        Identity.objects.create(
            book=person.book, person=person, key=keys.identity("phone", phone), platform="phone", handle=phone
        )
        if n == 7:
            note(person=person, text="Keeps bees.", now=cast.MORNING)
    assert fifteen_minutes(ann) == {"fresh_names", "matters"}
    noted = next(act for act in acts(ann) if "Keeps bees" in act.reason)
    assert noted.url.startswith("tel:+44")


def test_connections_of_a_network_and_nothing_else() -> None:
    ann = cast.ann()
    for n in range(40):
        connected(cast.known(ann, f"Person {n:02}"), 5 + 60 * n)
    assert {"hello", "matters"} <= fifteen_minutes(ann)


def test_old_connections_only() -> None:
    ann = cast.ann()
    for n in range(12):
        connected(cast.known(ann, f"Person {n:02}"), 1000 + 60 * n)
    assert "hello" in fifteen_minutes(ann)


def test_a_full_archive() -> None:
    ann, _ = busy_book()
    talked(cast.known(ann, "Bo Lindqvist"), 900, 930, 960, 1000)
    connected(cast.known(ann, "Sal Moretti"), 5)
    assert len(fifteen_minutes(ann)) >= 3


def test_five_names_and_nothing_more() -> None:
    ann = cast.ann()
    for n in range(5):
        cast.known(ann, f"Person {n}")
    assert [act.kind for act in acts(ann)] == ["matters"]


def test_an_empty_book_says_what_to_do_first() -> None:
    ann = cast.ann()
    found = the_round(ann, on=TODAY, minutes=15, now=cast.MORNING)
    assert found.is_empty_book
    assert found.acts == ()
    assert found.closing.count(".") == 2
