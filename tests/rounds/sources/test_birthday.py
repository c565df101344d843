from datetime import date

import pytest

import cast
from rapport.people.models import Day
from rapport.rounds.days import days_ahead
from rounds.morning import card, kinds

pytestmark = pytest.mark.django_db


def born(person: cast.Person, on: str, kind: str = "birthday") -> None:
    Day.objects.create(
        book=person.book, person=person, key=f"{kind}{on}", kind=kind, on=on, precision="day", month_day=on[-5:]
    )


def test_a_birthday_of_today_and_one_of_tomorrow() -> None:
    ann = cast.ann()
    born(cast.known(ann, "Bo Lindqvist"), "1970-11-19")
    assert card(ann, "birthday").reason == "Their birthday is today."
    assert card(ann, "birthday", on=date(2026, 11, 18)).reason == "Their birthday is tomorrow."
    assert "birthday" not in kinds(ann, on=date(2026, 11, 20))


def test_who_was_born_on_a_leap_day_has_a_birthday_every_year() -> None:
    ann = cast.ann()
    born(cast.known(ann, "Bo Lindqvist"), "1972-02-29")
    assert "birthday" in kinds(ann, on=date(2027, 2, 28))
    assert "birthday" in kinds(ann, on=date(2028, 2, 29))


def test_the_dead_are_not_congratulated() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    born(bo, "1970-11-19")
    born(bo, "2020-11-19", "death")
    bo.is_deceased = True
    bo.save()
    assert kinds(ann) == set()


def test_a_birthday_known_with_and_without_its_year_comes_once() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    for on in ("--11-19", "1978-11-19"):
        born(bo, on)
    [coming] = days_ahead(bo.book, date(2026, 11, 19))
    assert coming.on == "1978-11-19"
    assert card(ann, "birthday").why[-1][1] == "19 November 1978"
