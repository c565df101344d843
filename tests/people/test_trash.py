"""The trash and its month of grace."""

from datetime import timedelta

import pytest

import cast
from people.pages import as_member, words
from rapport.people.models import Person
from rapport.people.trash import empty_trash, purge_trash, restore, trash

pytestmark = pytest.mark.django_db


def test_who_is_in_the_trash_is_left_out_of_lists() -> None:
    ann = cast.ann()
    sal = cast.known(ann, "Sal Moretti")
    browser = as_member(ann)
    browser.post(f"{sal.path}trash/", follow=True)
    assert "Moretti" not in words(browser.get("/people/"))
    assert "Moretti" in words(browser.get("/people/trash/"))


def test_who_is_taken_out_is_as_before() -> None:
    bo = cast.known(cast.ann(), "Bo Lindqvist")
    trash(people=[bo], now=cast.MORNING)
    bo.refresh_from_db()
    restore(people=[bo])
    bo.refresh_from_db()
    assert bo.trashed_at is None


def test_a_month_later_they_are_gone() -> None:
    bo = cast.known(cast.ann(), "Bo Lindqvist")
    trash(people=[bo], now=cast.MORNING)
    assert purge_trash(cast.MORNING + timedelta(days=29)) == 0
    assert purge_trash(cast.MORNING + timedelta(days=31)) == 1
    assert not Person.objects.exists()


def test_emptying_leaves_other_books_alone() -> None:
    bo, sal = cast.known(cast.ann(), "Bo Lindqvist"), cast.known(cast.cy(), "Sal Moretti")
    trash(people=[bo], now=cast.MORNING)
    trash(people=[sal], now=cast.MORNING)
    assert empty_trash(book=bo.book, now=cast.MORNING) == 1
    assert Person.objects.get() == sal


def test_somebody_has_died_and_a_mistake_is_taken_back() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    browser = as_member(ann)
    assert "Nothing is suggested" in words(browser.post(f"{bo.path}death/", {"on": "March 2020"}, follow=True))
    bo.refresh_from_db()
    assert (bo.is_deceased, bo.died_on) == (True, "2020-03")
    browser.post(f"{bo.path}death/", {"mistake": "1"})
    bo.refresh_from_db()
    assert not bo.is_deceased


def test_a_death_to_come_is_refused() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    assert as_member(ann).post(f"{bo.path}death/", {"on": "2090"}).status_code == 422
