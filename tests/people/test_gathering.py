"""Occasions known privately."""

from datetime import timedelta

import pytest

import cast
from people.pages import as_member, words
from rapport.people.gathering import near, occasion_named, was_there
from rapport.people.models import Book, Occasion, Presence

pytestmark = pytest.mark.django_db

TODAY = cast.MORNING.date()


def test_the_calendar_s_entry_is_used_again() -> None:
    book = Book.of(cast.ann())
    entry = Occasion.objects.create(book=book, key="ics:1", title="LinkedAmaranth", begins_on=TODAY, source="ics")
    assert occasion_named(book=book, title="linkedamaranth", on=TODAY) == entry
    assert occasion_named(book=book, title="LinkedAmaranth", on=TODAY - timedelta(days=7)) != entry


def test_one_may_come_home_from_the_last_days_only() -> None:
    book = Book.of(cast.ann())
    for days in (0, 3, 8, -1):
        occasion_named(book=book, title=f"{days} days ago", on=TODAY - timedelta(days=days))
    assert [occasion.title for occasion in near(book, TODAY)] == ["0 days ago", "3 days ago"]


def test_who_was_there_stands_on_the_page_once() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    occasion = occasion_named(book=bo.book, title="LinkedAmaranth", on=TODAY, place="Harbour Hall")
    was_there(occasion=occasion, people=[bo, bo], now=cast.MORNING)
    was_there(occasion=occasion, people=[bo], now=cast.MORNING)
    assert Presence.objects.count() == 1
    page = words(as_member(ann).get(occasion.path))
    for known in ("LinkedAmaranth", "Harbour Hall", "Bo Lindqvist", f"/met/?occasion={occasion.number}"):
        assert known in page


def test_occasions_are_listed_by_day() -> None:
    ann = cast.ann()
    book = Book.of(ann)
    occasion_named(book=book, title="A walk", on=TODAY - timedelta(days=400))
    Occasion.objects.create(book=book, key="x", title="Some evening")
    page = words(as_member(ann).get("/occasions/"))
    assert page.index("Past") < page.index("A walk") < page.index("Without a date") < page.index("Some evening")
    assert "A walk" not in words(as_member(cast.cy()).get("/occasions/"))
