"""Organizations renamed and joined."""

import re

import pytest

import cast
from people.pages import as_member, words
from rapport.people.add import add, employ
from rapport.people.models import Book, Job, Organization, Person
from rapport.people.organizations import join, rename
from rapport.people.typed import read

pytestmark = pytest.mark.django_db


def at(book: Book, name: str, firm: str) -> Person:
    return add(book=book, typed=read(f"{name}, chef at {firm}"), now=cast.MORNING)


def test_legal_forms_do_not_tell_firms_apart() -> None:
    book = Book.of(cast.ann())
    at(book, "Sal Moretti", "Harbour Hotel Ltd.")
    at(book, "Bo Lindqvist", "Harbour Hotel")
    assert Organization.objects.count() == 1


def test_a_new_name_shows_with_everybody() -> None:
    sal = at(Book.of(cast.ann()), "Sal Moretti", "Harbour Hotel")
    rename(organization=Organization.objects.get(), name="Harbour House")
    sal.refresh_from_db()
    assert sal.headline == "chef, Harbour House"


def test_the_name_of_another_joins_the_two() -> None:
    book = Book.of(cast.ann())
    at(book, "Sal Moretti", "Harbour Hotel")
    at(book, "Bo Lindqvist", "Harbour Hotl")
    wrong = Organization.objects.get(name="Harbour Hotl")
    kept = rename(organization=wrong, name="Harbour Hotel")
    assert Job.objects.filter(organization=kept).count() == 2
    assert Organization.objects.count() == 1


def test_firms_of_two_books_are_never_joined() -> None:
    at(Book.of(cast.ann()), "Sal Moretti", "Harbour Hotel")
    at(Book.of(cast.cy()), "Sal Moretti", "Harbour Hotel")
    first, second = Organization.objects.all()
    with pytest.raises(ValueError, match="cannot"):
        join(kept=first, gone=second)


def test_the_page_tells_who_is_there_and_who_was() -> None:
    ann = cast.ann()
    sal = at(Book.of(ann), "Sal Moretti", "Harbour Hotel")
    employ(person=sal, title="owner", firm="Moretti", now=cast.MORNING)
    text = words(as_member(ann).get(Organization.objects.get(name="Harbour Hotel").path))
    assert "Here before" in text
    assert "Here now" not in text
    assert as_member(cast.cy()).get(Organization.objects.get(name="Moretti").path).status_code == 404


def test_the_list_says_how_many_are_at_each() -> None:
    ann = cast.ann()
    book = Book.of(ann)
    at(book, "Sal Moretti", "Harbour Hotel")
    gone = at(book, "Bo Lindqvist", "Gull Books")
    at(book, "Bo Peters", "Harbour Hotel")
    gone.trashed_at = cast.MORNING
    gone.save()
    page = words(as_member(ann).get("/organizations/"))
    assert re.search(r"Harbour Hotel<.*?>2 people<", page)
    assert re.search(r"Gull Books<.*?>nobody<", page)
