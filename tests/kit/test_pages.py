"""Long lists, page by page."""

import pytest

import cast
from rapport.kit.pages import page_of
from rapport.people.models import Book, Person

pytestmark = pytest.mark.django_db


def crowd(count: int) -> Book:
    book = Book.of(cast.ann())
    Person.objects.bulk_create(
        Person(book=book, number=number, name=f"P{number}", folded=f"p{number % 3}", added_at=cast.MORNING)
        for number in range(1, count + 1)
    )
    return book


@pytest.mark.parametrize("keys", [("folded", "number"), ("-folded", "number"), ("-added_at", "-number")])
def test_pages_hold_everybody_once_both_ways(keys: tuple[str, str]) -> None:
    rows = Person.objects.filter(book=crowd(23))
    pages, mark = [], ""
    while not pages or mark:
        page = page_of(rows, keys, after=mark, size=5)
        pages.append(page)
        mark = page.after
    assert [row.number for page in pages for row in page.rows] == [row.number for row in rows.order_by(*keys)]
    for page, earlier in zip(pages[1:], pages, strict=False):
        assert page_of(rows, keys, before=page.before, size=5).rows == earlier.rows
    assert (pages[0].before, pages[-1].after) == ("", "")


def test_a_full_last_page_has_no_empty_one_behind_it() -> None:
    rows = Person.objects.filter(book=crowd(10))
    first = page_of(rows, ("number",), size=5)
    assert page_of(rows, ("number",), after=first.after, size=5).after == ""


def test_whoever_goes_meanwhile_shifts_nobody() -> None:
    rows = Person.objects.filter(book=crowd(10))
    first = page_of(rows, ("number",), size=5)
    first.rows[0].delete()
    assert page_of(rows, ("number",), after=first.after, size=5).rows[0].number == 6


@pytest.mark.parametrize("mark", ["?", "W10", "WyJhIiwgImIiXQ", "bnVsbA", "W251bGwsIDFd", "\x00", "é"])
def test_a_senseless_mark_is_the_first_page(mark: str) -> None:
    rows = Person.objects.filter(book=crowd(3))
    assert len(page_of(rows, ("folded", "number"), after=mark).rows) == 3
