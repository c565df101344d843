"""Where Ann's morning can be clicked through in the demo town, in the order in which it is told."""

from datetime import date

from rapport.events.models import Event
from rapport.members.models import Member
from rapport.people.models import Book, Person

PEOPLE = ("Rana Haddad", "Øystein Bråten", "Sal Moretti", "Mei-Ling Chan")
SOUGHT = "Zhanna Orlova"


def stations(today: date) -> list[tuple[str, str]]:
    """What each is called, and its path; what is not there is left out."""
    book = Book.of(Member.objects.get(handle="ann"))
    found = [("Today", "/"), *((name, _path(book, name)) for name in PEOPLE)]
    found += [("Bo Lindqvist", _path(book, "Bo Lindqvist")), ("Brigid O'Daly", _path(book, "Brigid"))]
    found += [("Introduce the two", _between(book)), ("You could introduce", "/introductions/")]
    tonight = Event.objects.filter(on=today).order_by("pk").first()
    if tonight is not None:
        found += [("Tonight", tonight.path), ("Tonight's brief", f"{tonight.path}brief/")]
    found += [(SOUGHT, _path(book, SOUGHT)), ("Zhanna's profile", "/members/zhanna/")]
    found += [("Harbour Chapter's seats", "/groups/harbour-chapter/seats/"), ("#eventprofs", "/groups/eventprofs/")]
    found += [("Ann's profile", "/members/ann/"), ("What Dee wrote", "/vouches/"), ("Dee's profile", "/members/dee/")]
    found += [("Asked to speak", "/notices/"), ("Talk", "/talk/"), ("Advice", "/asks/"), ("Members", "/members/")]
    found += [("Your people", "/people/")]
    return [(label, path) for label, path in found if path]


def _named(book: Book, name: str) -> Person | None:
    found: Person | None = Person.objects.here().filter(book=book, name__startswith=name).order_by("number").first()
    return found


def _path(book: Book, name: str) -> str:
    person = _named(book, name)
    return person.path if person is not None else ""


def _between(book: Book) -> str:
    """Bo is asked first: what both care for he told in confidence."""
    first, second = _named(book, "Bo Lindqvist"), _named(book, "Brigid")
    return f"/introductions/{first.number}/and/{second.number}/" if first and second else ""
