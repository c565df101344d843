"""The cast, the same in tests, demo and docs: Ann owns a book, Bo is in it, Cy is a stranger, Mo is the host."""

from datetime import UTC, datetime

from rapport.members.models import Account, Member
from rapport.people.models import Book, Person

MORNING = datetime(2026, 11, 19, 7, 40, tzinfo=UTC)  # a Thursday
PASSWORD = "a long enough phrase"


def member(handle: str, name: str, *, is_host: bool = False) -> Member:
    """A member with an account that can sign in with PASSWORD."""
    account = Account.objects.create_user(f"{handle}@town.example", PASSWORD)
    return Member.objects.create(account=account, handle=handle, name=name, is_host=is_host, zone="Europe/London")


def ann() -> Member:
    return member("ann", "Ann Okafor")


def bo() -> Member:
    return member("bo", "Bo Lindqvist")


def cy() -> Member:
    return member("cy", "Cy Park")


def mo() -> Member:
    return member("mo", "Mo Haddad", is_host=True)


def all_four() -> dict[str, Member]:
    """Ann, Bo, Cy and Mo, by handle."""
    return {one.handle: one for one in (ann(), bo(), cy(), mo())}


def known(owner: Member, name: str) -> Person:
    """Somebody in the owner's book, typed in by hand."""
    return known_in(Book.of(owner), name)


def known_in(book: Book, name: str) -> Person:
    """Somebody more in a book."""
    person: Person = Person.objects.create(book=book, name=name, folded=name.casefold(), is_hand=True, added_at=MORNING)
    return person
