"""Many names at once."""

import pytest

import cast
from people.pages import as_member, words
from rapport.people.models import Book, Identity, Person, Review
from rapport.people.paste import lines_of, may_be_family_first, paste, typed_lines

pytestmark = pytest.mark.django_db


def pasted(book: Book, text: str) -> list[Person]:
    return [one.person for one in paste(book=book, typed=typed_lines(lines_of(text), "GB"), now=cast.MORNING)]


def test_each_line_is_a_person() -> None:
    people = pasted(
        Book.of(cast.ann()), "1. Ola Nordmann\r\n- Kari Nordmann, kari@n.example\n\n\tBo Lindqvist, Lindqvist & Sons"
    )
    assert [person.name for person in people] == ["Ola Nordmann", "Kari Nordmann", "Bo Lindqvist"]
    assert Identity.objects.get().handle == "kari@n.example"
    assert Person.objects.get(name="Bo Lindqvist").headline == "Lindqvist & Sons"


def test_a_head_of_a_table_is_nobody() -> None:
    assert lines_of("Name\tCompany\tE-mail\nBo Lindqvist\tHarbour\tbo@h.example") == [
        "Bo Lindqvist\tHarbour\tbo@h.example"
    ]


def test_the_same_name_twice_is_two_and_asked_about() -> None:
    people = pasted(Book.of(cast.ann()), "Sal Moretti\nSal Moretti")
    assert len({person.pk for person in people}) == 2
    assert Review.objects.get().code == "same_name"


def test_who_is_known_by_address_is_not_bred_again() -> None:
    book = Book.of(cast.ann())
    first = pasted(book, "Rana Haddad, rana@x.example")
    again = pasted(book, "Rana Haddad, rana@x.example, Northlight")
    assert first == again
    assert Person.objects.get().headline == "Northlight"


def test_two_of_one_household_stay_two() -> None:
    pasted(Book.of(cast.ann()), "Rana Haddad, home@x.example\nMo Haddad, home@x.example")
    assert Person.objects.count() == 2


def test_pairs_of_single_words_are_asked_about() -> None:
    assert may_be_family_first(["Haddad, Rana", "Lindqvist, Bo"])
    assert not may_be_family_first(["Rana Haddad, Northlight", "Bo Lindqvist, Harbour"])
    ann = as_member(cast.ann())
    assert "Which is the family name?" in words(ann.post("/add/list/", {"text": "Haddad, Rana\nLindqvist, Bo"}))
    ann.post("/add/list/", {"text": "Haddad, Rana\nLindqvist, Bo", "order": "family"})
    assert sorted(Person.objects.values_list("name", flat=True)) == ["Bo Lindqvist", "Rana Haddad"]


def test_the_result_shows_each_and_joins_with_one_press() -> None:
    ann = cast.ann()
    cast.known(ann, "Bo Lindqvist")
    browser = as_member(ann)
    response = browser.post("/add/list/", {"text": "Bo Lindqvist\nDee Tui"}, follow=True)
    assert "Same person" in words(response)
    browser.post("/people/2/same/1/", {"answer": "same"})
    assert Person.objects.here().count() == 2


def test_a_list_of_nothing_is_said_plainly() -> None:
    assert "at least one name" in words(as_member(cast.ann()).post("/add/list/", {"text": " \n - \n"}))
