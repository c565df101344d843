"""Where one's people are, and what time it is there, as far as their places tell."""

from datetime import UTC, datetime

import pytest

import cast
from rapport.members.models import Member
from rapport.people.atlas import Stay, spots, stays, unknown
from rapport.people.models import Book, Person

pytestmark = pytest.mark.django_db
WINTER, SUMMER = datetime(2026, 11, 19, 23, 30, tzinfo=UTC), datetime(2026, 7, 1, 12, 0, tzinfo=UTC)


def at(place: str, *names: str, zone: str = "") -> Book:
    ann = Member.objects.filter(handle="ann").first() or cast.ann()
    for name in names:
        Person.objects.filter(pk=cast.known(ann, name).pk).update(place=place, zone=zone)
    return Book.of(ann)


def only(book: Book, when: datetime = WINTER) -> Stay:
    (stay,) = stays(book, when)
    return stay


@pytest.mark.parametrize(
    ("place", "when", "says", "day"),
    [
        ("London, United Kingdom", WINTER, "23:30", ""),
        ("London, United Kingdom", SUMMER, "13:00", ""),  # their clocks are an hour ahead
        ("Oslo", WINTER, "00:30", "Friday"),
        ("Kiritimati", WINTER, "13:30", "Friday"),  # fourteen hours ahead
        ("Wellington, New Zealand", WINTER, "12:30", "Friday"),
        ("Spain", WINTER, "", ""),  # several zones: in doubt
        ("Norge", WINTER, "00:30", "Friday"),  # no town, and one zone
        ("Port Amaranth", WINTER, "", ""),
    ],
)
def test_the_time_there_is_told_where_the_place_tells_it(place: str, when: datetime, says: str, day: str) -> None:
    stay = only(at(place, "Bo Lindqvist"), when)
    assert (stay.there.strftime("%H:%M") if stay.there else "", stay.day) == (says, day)


def test_somebody_s_own_zone_goes_before_that_of_their_place() -> None:
    stay = only(at("Oslo", "Bo Lindqvist", zone="Etc/GMT+12"))
    assert stay.there is not None
    assert stay.there.strftime("%H:%M") == "11:30"


def test_one_alone_is_named_and_several_are_a_list() -> None:
    at("Wellington, New Zealand", "Dee Walker")
    book = at("Leeds", "Bo Lindqvist", "Cy Park")
    found = {stay.place: (stay.count, stay.alone, stay.path) for stay in stays(book, WINTER)}
    dee = Person.objects.get(name="Dee Walker")
    assert found["Wellington, New Zealand"] == (1, "Dee Walker", dee.path)
    assert found["Leeds"] == (2, "", "/people/?place=Leeds")


def test_the_dead_the_trashed_and_those_without_a_place_are_not_there() -> None:
    book = at("Oslo", "Bo Lindqvist", "Cy Park")
    cast.known(book.owner, "Nobody Knows")
    Person.objects.filter(name="Bo Lindqvist").update(is_deceased=True)
    Person.objects.filter(name="Cy Park").update(trashed_at=WINTER)
    assert (stays(book, WINTER), unknown(book)) == ([], 1)


def test_one_dot_stands_for_all_of_a_zone() -> None:
    at("Bergen, Norway", "Bo Lindqvist")
    (spot,) = spots(stays(at("Oslo", "Cy Park", "Dee Walker"), WINTER))
    assert (spot.zone, spot.count, spot.says) == ("Europe/Oslo", 3, "Oslo; Bergen, Norway: 3 people")


def test_nobody_sees_it_of_another_s_book() -> None:
    at("Oslo", "Bo Lindqvist")
    assert stays(Book.of(cast.mo()), WINTER) == []
