"""This room's part of the pages of a person, of all people, and of a profile."""

from typing import Any

from django.http import HttpRequest

from rapport.kit.panels import Panel
from rapport.kit.prepared import prepared
from rapport.kit.shows import Shows
from rapport.members.models import Account, Hub, Member
from rapport.people.here import link_of
from rapport.people.models import Book, Link, Person
from rapport.profiles import models as held
from rapport.profiles.knowing import proposals
from rapport.profiles.seen import Seen


def _member(request: HttpRequest, person: Person) -> dict[str, Any] | None:
    """Who this person is here, or who they may be."""
    link = link_of(person)
    asked = [] if link or person.is_deceased else proposals(person.book, person=person)
    return {"person": person, "link": link, "proposals": asked, "here": person.path} if link or asked else None


def _by_handle(request: HttpRequest, person: Person) -> dict[str, Any] | None:
    """A place to say who they are here."""
    return None if person.is_deceased or link_of(person) else {"person": person}


def _asked(request: HttpRequest, book: Book) -> dict[str, Any] | None:
    """A way to the questions, where others show anything that could be asked about: comparing takes a large book long,
    and waits for who wants to know."""
    return {} if held.ProfileLink.objects.exclude(member=book.owner_id).exists() else None


def _in_your_book(request: HttpRequest, seen: Seen) -> dict[str, Any] | None:
    """For the viewer alone: whom of their people the member is, or the way to put them there. Whether it may be one of
    those who are there already is asked when they press it."""
    if seen.viewer is None or seen.viewer.pk == seen.member.pk:
        return None
    link: Link | None = _link_of.first(owner=seen.viewer.pk, member=seen.member.pk)
    return {"member": seen.member, "person": link and link.person}


@prepared(numbers=("owner", "member"))
def _link_of(owner: int, member: int) -> Any:
    return Link.objects.filter(book__owner=owner, member=member).select_related("person")


ON_THE_PERSON = Panel("person", 20, _member, "profiles/panels/member.html", "aside")
BY_HANDLE = Panel("person", 890, _by_handle, "profiles/panels/by_handle.html", "aside")
ON_PEOPLE = Panel("people", 150, _asked, "profiles/panels/asked.html", "aside")
ON_A_PROFILE = Panel("profile", 800, _in_your_book, "profiles/panels/in_your_book.html", "aside")

_ROWS = (held.Offer, held.Wanted, held.Expertise, held.ShownInterest, held.Way, held.ProfileLink)
SHOWN_TO_ALL = (
    *(Shows("profile", model, "member") for model in (held.Profile, *_ROWS)),
    Shows("profile", held.OfferedFile, "member", ("number", "name", "size", "audience")),
    Shows("profile", held.Portrait, "member", ("mark", "audience")),
    Shows("profile", held.Proof, "member", ("key", "means", "proved_at", "lost_at")),
    Shows("profile", Member, fields=("name", "handle", "zone", "account")),
    Shows("profile", Account, fields=("is_active",)),
    Shows("profile", Hub, fields=("name",)),
)
