"""In the demo, the owners have looked at most pairs that may be one person: they know who is who, as the town does."""

from collections import Counter
from datetime import datetime

from rapport.people import keys
from rapport.people.models import Book, Identity, Name, Person
from rapport.sameness.reviewing import Asked, accept_likely, decide, waiting
from rapport.town.truth import Entry

LEFT = 3  # pairs of two different people still wait, so that there is something to look at


def decide_as_owner(book: Book, entries: list[Entry], *, now: datetime) -> None:
    """Say yes to what takes one click, then answer what is asked, as somebody who knows these people would."""
    while accept_likely(book, now=now):
        continue
    known = _known(entries)
    for _ in range(3):  # a merge can bring up the next link of a chain
        for asked, is_same in _told(book, known, now):
            if is_same and _is_open(asked):
                decide(book, asked, "same", now=now)
    two = [asked for asked, is_same in _told(book, known, now) if not is_same]
    for asked in two[LEFT:]:
        decide(book, asked, "different", now=now)


def _told(book: Book, known: dict[str, str], now: datetime) -> list[tuple[Asked, bool]]:
    """The pairs that wait of which it is known who both are, and whether they are one."""
    told = []
    for asked in waiting(book, now):
        people = Person.objects.in_bulk([asked.first, asked.second])
        first, second = (_whom(people[who], known) for who in (asked.first, asked.second))
        if first and second:
            told.append((asked, first == second))
    return told


def _is_open(asked: Asked) -> bool:
    """Neither went into somebody else by an answer just given."""
    return not Person.objects.filter(pk__in=(asked.first, asked.second), merged_into__isnull=False).exists()


def _known(entries: list[Entry]) -> dict[str, str]:
    """Address or name as a key -> the true person; what two people share says nothing."""
    found: dict[str, set[str]] = {}
    for entry in entries:
        ways = [keys.identity("email", way) for way in entry.emails] + [
            keys.identity("phone", way) for way in entry.phones
        ]
        ways += [
            f"name:{keys.folded(entry.name)}",
            *(f"url:{url.rstrip('/').rsplit('/', 1)[-1]}" for url in entry.urls),
        ]
        for way in ways:
            found.setdefault(way, set()).add(entry.person)
    return {way: people.copy().pop() for way, people in found.items() if len(people) == 1}


def _whom(person: Person, known: dict[str, str]) -> str:
    """The true person most of what is known of somebody points to; empty if nothing does, or it is undecided."""
    ways = [identity.key for identity in Identity.objects.shown().filter(person=person)]
    ways += [f"url:{key.split(':', 1)[-1]}" for key in ways]
    ways += [
        f"name:{keys.folded(text)}"
        for text in Name.objects.shown().filter(person=person).values_list("text", flat=True)
    ]
    counted = Counter(known[way] for way in ways if way in known).most_common(2)
    is_clear = len(counted) == 1 or (len(counted) == 2 and counted[0][1] > counted[1][1])
    return counted[0][0] if counted and is_clear else ""
