"""People to meet."""

from datetime import timedelta

import pytest

import cast
from people.pages import as_member, words
from rapport.kit import clock
from rapport.ledger.models import Wish
from rapport.ledger.wishes import wish
from rapport.people.models import Book
from rapport.ties.record import log

pytestmark = pytest.mark.django_db


def test_a_name_and_why() -> None:
    ann = cast.ann()
    page = words(as_member(ann).post("/wishes/", {"name": "Zhanna Orlova", "why": "maritime law"}, follow=True))
    assert "Zhanna Orlova" in page
    assert "maritime law" in page
    assert Wish.objects.get().person is None


def test_somebody_of_the_book_is_known_by_name() -> None:
    ann = cast.ann()
    zhanna = cast.known(ann, "Zhanna Orlova")
    as_member(ann).post("/wishes/", {"name": "zhanna orlova"})
    assert Wish.objects.get().person == zhanna


def test_one_wish_per_person_is_enough() -> None:
    ann = cast.ann()
    zhanna, browser = cast.known(ann, "Zhanna Orlova"), as_member(ann)
    for _ in range(2):
        page = words(browser.post(f"{zhanna.path}wish/", follow=True))
    assert Wish.objects.count() == 1
    assert "You want to meet them." in page


def test_whom_one_has_met_one_need_not_wish_to_meet() -> None:
    ann = cast.ann()
    bo, browser = cast.known(ann, "Bo Lindqvist"), as_member(ann)
    assert "I want to meet them" in words(browser.get(bo.path))
    log(people=[bo], kind="meeting", channel="in_person", direction="both", now=cast.MORNING)
    assert "I want to meet them" not in words(browser.get(bo.path))


def test_a_meeting_still_to_come_is_none() -> None:
    ann = cast.ann()
    dee = cast.known(ann, "Dee")
    next_week = clock.today(ann.zone) + timedelta(days=7)
    log(people=[dee], kind="meeting", channel="in_person", direction="both", now=cast.MORNING, on=next_week)
    assert "I want to meet them" in words(as_member(ann).get(dee.path))


def test_a_wish_comes_true_or_is_given_up() -> None:
    ann = cast.ann()
    met, given_up = (wish(Book.of(ann), name=name, now=cast.MORNING) for name in ("Zhanna", "Dee"))
    browser = as_member(ann)
    browser.post(f"/wishes/{met.number}/", {"answer": "met"})
    browser.post(f"/wishes/{given_up.number}/", {"answer": "gone"})
    assert Wish.objects.get().name == "Zhanna"
    assert Wish.objects.get().met_on is not None


def test_nobody_else_knows_of_a_wish() -> None:
    wished = wish(Book.of(cast.ann()), name="Cy Park", now=cast.MORNING)
    cy = as_member(cast.cy())
    assert "Nobody yet" in words(cy.get("/wishes/"))
    assert cy.post(f"/wishes/{wished.number}/", {"answer": "met"}).status_code == 404
