"""In the demo, the owners have looked at most pairs that may be one person: they know who is who, as the town does."""

from collections import Counter
from datetime import datetime

from rapport.people import keys
from rapport.people.models import Book, Identity, Name, Person
from rapport.people.reviewing import accept_likely, decide, waiting
from rapport.town.truth import Entry

LEFT = 6  # every sixth pair still waits, so that there is something to look at


def decide_as_owner(book: Book, entries: list[Entry], *, now: datetime) -> None:
    """Say yes to what takes one click, then answer what is asked, as somebody who knows these people would."""
    while accept_likely(book, now=now):
        continue
    known = _known(entries)
    for _ in range(3):  # a merge can bring up the next link of a chain
        for place, asked in enumerate(waiting(book, now)):
            people = Person.objects.in_bulk([asked.first, asked.second])
            is_open = all(person.merged_into_id is None for person in people.values())
            first, second = (_whom(people[who], known) for who in (asked.first, asked.second))
            if first and second and is_open and place % LEFT != LEFT - 1:
                decide(book, asked, "same" if first == second else "different", now=now)


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
