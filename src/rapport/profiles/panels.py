"""This room's part of the pages of a person, of all people, and of a profile."""

from typing import Any

from django.http import HttpRequest

from rapport.kit.panels import Panel
from rapport.people.models import Book, Person
from rapport.profiles.knowing import linked, namesakes, proposals
from rapport.profiles.models import ProfileLink
from rapport.profiles.seen import Seen


def _member(request: HttpRequest, person: Person) -> dict[str, Any] | None:
    """Who this person is here, or who they may be."""
    link = linked(person.book, person=person)
    asked = [] if link or person.is_deceased else proposals(person.book, person=person)
    return {"person": person, "link": link, "proposals": asked, "here": person.path} if link or asked else None


def _by_handle(request: HttpRequest, person: Person) -> dict[str, Any] | None:
    """A place to say who they are here."""
    return None if person.is_deceased or linked(person.book, person=person) else {"person": person}


def _asked(request: HttpRequest, book: Book) -> dict[str, Any] | None:
    """A way to the questions, where others show anything that could be asked about: comparing takes a large book long,
    and waits for who wants to know."""
    return {} if ProfileLink.objects.exclude(member=book.owner_id).exists() else None


def _in_your_book(request: HttpRequest, seen: Seen) -> dict[str, Any] | None:
    """For the viewer alone: whom of their people the member is."""
    if seen.viewer is None or seen.viewer.pk == seen.member.pk:
        return None
    book = Book.objects.filter(owner=seen.viewer).first()
    if book is None:
        return {"member": seen.member, "link": None, "people": []}
    book.owner = seen.viewer
    link = linked(book, member=seen.member)
    if link:
        return {"member": seen.member, "link": link, "people": []}
    exact = [proposal.person for proposal in proposals(book, member=seen.member)]
    people = {person.pk: person for person in (*exact, *namesakes(book, seen.member))}
    return {"member": seen.member, "link": None, "people": list(people.values())}


ON_THE_PERSON = Panel("person", 20, _member, "profiles/panels/member.html", "aside")
BY_HANDLE = Panel("person", 890, _by_handle, "profiles/panels/by_handle.html", "aside")
ON_PEOPLE = Panel("people", 150, _asked, "profiles/panels/asked.html", "aside")
ON_A_PROFILE = Panel("profile", 800, _in_your_book, "profiles/panels/in_your_book.html", "aside")
