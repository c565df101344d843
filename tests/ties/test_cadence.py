"""How often the owner wants to be in touch: ideally and at most, with one or with all who bear a label."""

from datetime import date, timedelta

import pytest

import cast
from people.pages import as_member, words
from rapport.ledger.lists import list_named, put_on, set_list_cadence
from rapport.people.models import Person
from rapport.ties.cadence import Cadence, by_labels, cadence_of
from rapport.ties.cold import Cold, quiet_ones
from rapport.ties.models import RoleCadence, Tie
from rapport.ties.record import log
from rapport.ties.rest import rest, set_cadence
from rapport.ties.roles import end, give, set_role_cadence

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 19)


@pytest.fixture(autouse=True)
def _morning(settings) -> None:  # type: ignore[no-untyped-def]
    settings.CLOCK_FIXED = cast.MORNING


@pytest.fixture
def bo() -> Person:
    return cast.known(cast.ann(), "Bo Lindqvist")


def called(person: Person, on: date) -> None:
    log(people=[person], kind="call", channel="phone", direction="both", now=cast.MORNING, on=on)


def cold(person: Person, on: date = TODAY) -> tuple[bool, bool] | None:
    """Whether the owner's wish asks for them, and for longer than they wanted; nothing where they are not listed."""
    found: list[Cold] = quiet_ones(person.book, on)[0]
    return next(((one.is_due, one.is_over) for one in found if one.who == person.pk), None)


def test_due_from_the_ideal_and_late_from_the_most(bo: Person) -> None:
    called(bo, TODAY - timedelta(10))
    set_cadence(bo, 11, 20)
    assert cold(bo) is None
    days = [cold(bo, TODAY + timedelta(days)) for days in (1, 10, 11)]
    assert days == [(True, False), (True, False), (True, True)]


def test_the_pages_say_it_in_words(bo: Person) -> None:
    ann = as_member(bo.book.owner)
    called(bo, TODAY - timedelta(100))
    ann.post(f"{bo.path}cadence/", {"days": "42", "most": "84"})
    page = words(ann.get(bo.path))
    assert "You want to be in touch every 6 weeks, 12 weeks apart at most." in page
    assert "You wanted to be 12 weeks apart at most, and it has been 3 months." in page
    assert "Longer than you wanted at most." in words(ann.get("/people/quiet/"))


@pytest.mark.parametrize(("days", "most"), [("0", ""), ("7", "0"), ("30", "14"), ("7", "4000"), ("7", "soon")])
def test_a_wish_that_cannot_be_is_refused(bo: Person, days: str, most: str) -> None:
    ann = as_member(bo.book.owner)
    page = words(ann.post(f"{bo.path}cadence/", {"days": days, "most": most}, follow=True))
    assert "Choose between one day and ten years" in page
    assert not Tie.objects.exclude(cadence=None).exists()


def test_a_role_s_wish_holds_for_those_without_their_own(bo: Person) -> None:
    dee = cast.known_in(bo.book, "Dee Ngata")
    for person in (bo, dee):
        give(person, "client", on=TODAY)
    set_cadence(dee, 7)
    as_member(bo.book.owner).post("/people/roles/cadence/", {"role": "client", "days": "42", "most": "84"})
    assert [cadence_of(who, Tie.objects.get(person=who)) for who in (bo, dee)] == [
        Cadence(42, 84, "client"),
        Cadence(7),
    ]


def test_a_role_that_ended_asks_for_nothing(bo: Person) -> None:
    role = give(bo, "client", on=TODAY)
    set_role_cadence(bo.book, "client", 42)
    end(role, on=TODAY)
    assert by_labels(bo.book) == {}


def test_a_list_s_wish_brings_people_up_too_and_the_shorter_one_counts(bo: Person) -> None:
    ann = as_member(bo.book.owner)
    chosen = list_named(bo.book, "Tennis")
    put_on(chosen, [bo], now=cast.MORNING)
    called(bo, TODAY - timedelta(20))
    assert cold(bo) is None
    ann.post(f"{chosen.path}cadence/", {"days": "14", "most": ""})
    assert "With “Tennis” you want to be in touch every 2 weeks." in words(ann.get(chosen.path))
    assert cold(bo) == (True, False)
    give(bo, "client", on=TODAY)
    set_role_cadence(bo.book, "client", 7, 21)
    assert by_labels(bo.book, [bo.pk]) == {bo.pk: Cadence(7, 21, "client")}


def test_a_wish_for_a_label_is_taken_back(bo: Person) -> None:
    chosen = list_named(bo.book, "Tennis")
    set_list_cadence(chosen, 14)
    put_on(chosen, [bo], now=cast.MORNING)
    set_list_cadence(chosen, None)
    set_role_cadence(bo.book, "client", 14)
    set_role_cadence(bo.book, "client", None)
    assert (by_labels(bo.book), RoleCadence.objects.count()) == ({}, 0)


def test_nobody_asks_for_a_role_that_nobody_has(bo: Person) -> None:
    answer = as_member(bo.book.owner).post("/people/roles/cadence/", {"role": "client", "days": "42"})
    assert (answer.status_code, RoleCadence.objects.count()) == (404, 0)


def test_a_wish_begun_on_a_leap_day_comes_due_a_year_later(bo: Person) -> None:
    called(bo, date(2024, 2, 29))
    set_cadence(bo, 365, 366)
    day = date(2025, 2, 27)
    asked = [cold(bo, day + timedelta(n)) for n in range(4)]
    assert asked == [(False, False), (True, False), (True, False), (True, True)]


def test_who_rests_or_has_died_is_not_asked_about(bo: Person) -> None:
    dee = cast.known_in(bo.book, "Dee Ngata")
    for person in (bo, dee):
        called(person, TODAY - timedelta(100))
        set_cadence(person, 7, 14)
    rest(bo, now=cast.MORNING)
    Person.objects.filter(pk=dee.pk).update(is_deceased=True)
    assert (cold(bo), cold(dee)) == (None, None)
    page = words(as_member(bo.book.owner).get(bo.path))
    assert "You wanted to be" not in page
