"""What the people of the demo town typed in by hand, done again through the product's own acts."""

from collections.abc import Sequence
from datetime import datetime, time
from zoneinfo import ZoneInfo

from rapport.introductions.acquaint import acquaint
from rapport.ledger.favours import favour
from rapport.ledger.lists import list_named, put_on
from rapport.ledger.meeting import Somebody, meet
from rapport.ledger.promises import promise, settle_promise
from rapport.ledger.wishes import wish
from rapport.people import keys
from rapport.people.add import make
from rapport.people.gathering import occasion_named
from rapport.people.models import Book, Identity, Person
from rapport.people.noting import note
from rapport.people.typed import Typed
from rapport.ties.rest import rest
from rapport.ties.roles import give
from rapport.town.hand import HandAct, Whom

KINDS = {"door": "door opened"}


def replay(book: Book, acts: Sequence[HandAct]) -> None:
    """Do each act on the day on which it was typed in, in the evening."""
    zone = ZoneInfo(book.owner.zone)
    for act in acts:
        then = datetime.combine(act.on, time(21, 0), zone)
        if act.kind == "met":
            _meet(book, act, then)
            continue
        people = [_person(book, whom, then) for whom in act.people]
        _act(book, act, people, then)


def _act(book: Book, act: HandAct, people: list[Person], then: datetime) -> None:
    if act.kind == "list":
        put_on(list_named(book, act.sort), people, now=then)
    elif act.kind == "acquaintance":
        acquaint(people[0], people[1], now=then)
    else:
        for person in people:
            _one(book, act, person, then)


def _one(book: Book, act: HandAct, person: Person, then: datetime) -> None:
    if act.kind == "note":
        note(person=person, text=act.text, now=then)
    elif act.kind == "role":
        give(person, act.sort, on=act.on)
    elif act.kind == "rest":
        rest(person, now=then)
        note(person=person, text=act.text, now=then)
    elif act.kind == "wish":
        wish(book, name=person.name, why=act.text, person=person, now=then)
    elif act.kind == "favour":
        way = "theirs" if act.direction == "from_them" else "mine"
        kind = KINDS.get(act.sort, act.sort)
        favour(person, what=act.text, on=act.on, way=way, kind=kind, thanked_on=act.on if act.is_done else None)
    elif act.kind == "promise":
        made = promise(person, what=act.text, on=act.on, way=act.direction, due_on=act.due)
        if act.is_done:
            settle_promise(made, "kept", on=act.due or act.on)


def _meet(book: Book, act: HandAct, then: datetime) -> None:
    occasion = occasion_named(book=book, title=act.occasion, on=act.on, place=act.place)
    rows = []
    for place, whom in enumerate(act.people):
        typed = Typed(name=whom.name, note=act.text if place == 0 else "")
        rows.append(Somebody(typed=typed, known=_known(book, whom)))
    meet(book=book, occasion=occasion, on=act.on, people=rows, now=then)


def _person(book: Book, whom: Whom, then: datetime) -> Person:
    return _known(book, whom) or make(book=book, name=whom.name, now=then)


def _known(book: Book, whom: Whom) -> Person | None:
    """By the address that tells namesakes apart, else by the name."""
    here = Person.objects.here().filter(book=book)
    if whom.email:
        holders = Identity.objects.filter(book=book, key=keys.identity("email", whom.email)).values("person")
        found = here.filter(pk__in=holders).order_by("number").first()
        if found is not None:
            return Person.objects.get(pk=found.pk)
    named = here.filter(folded=keys.folded(whom.name)).order_by("number").first()
    return None if named is None else Person.objects.get(pk=named.pk)
