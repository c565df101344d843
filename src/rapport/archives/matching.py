"""Whom of the book an archive's entry is, by the source's own key alone.

Whether two entries of different archives are one person is decided in one place, `sameness/resolve.py`, with a reason
and a way back. Strangers (senders and guests the owner never dealt with) get no entry of their own: they are met by
their address if exactly one person holds it.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rapport.formats.facts import PersonFact
from rapport.kit.cleaning import whole
from rapport.likeness.marks import is_role
from rapport.people import keys
from rapport.people.models import Book, Identity, Person, Record

LOOK = 800  # keys a query


@dataclass
class Known:
    """Who of the book holds which record and which address, as ids of persons that were not merged away."""

    by_record: dict[str, int] = field(default_factory=dict)
    by_address: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))


def known(book: Book, facts: Sequence[PersonFact], source: str, account: str, strangers: Container[str] = ()) -> Known:
    """What the book knows of the keys in `facts`."""
    found = Known()
    for part in _parts([key for fact in facts for key in records_of(fact, source, account)]):
        found.by_record.update(Record.objects.filter(book=book, key__in=part).values_list("key", "person_id"))
    if source == keys.BOOK:
        found.by_record.update(_by_number(book, facts))
    addresses = sorted({address for fact in facts if fact.key in strangers for address in _addresses(fact)})
    for part in _parts(addresses):
        for key, who in Identity.objects.shown().filter(book=book, key__in=part).values_list("key", "person_id"):
            found.by_address[key].add(who)
    _follow_merges(found)
    return found


def _by_number(book: Book, facts: Sequence[PersonFact]) -> Iterator[tuple[str, int]]:
    """Whom an earlier export of this very book means: numbers are never given out again, so that the same number with
    the same name is the same person, typed in by hand or not."""
    own = f"{keys.BOOK}:{book.owner.handle}:"
    told = {fact.key.removeprefix(own): fact for fact in facts if fact.key.startswith(own)}
    for part in _parts([number for number in map(whole, told) if number is not None]):
        rows = Person.objects.filter(book=book, number__in=part)
        for number, folded, person in rows.values_list("number", "folded", "pk"):
            fact = told.get(str(number))
            if fact is not None and keys.folded(fact.name) == folded:
                yield fact.key, person


def records_of(fact: PersonFact, source: str, account: str) -> list[str]:
    """The keys under which the book may know the entry; an archive that did not say whose it is counts too."""
    wanted = (fact.key, *fact.also)
    return [keys.record(source, owner, key) for owner in dict.fromkeys((account, "")) for key in wanted]


def match(fact: PersonFact, records: Sequence[str], found: Known, *, is_stranger: bool) -> int | None:
    """The person `fact` is about, or None."""
    for record in records:
        if record in found.by_record:
            return found.by_record[record]
    if not is_stranger:
        return None
    holders = {who for address in _addresses(fact) for who in found.by_address.get(address, ())}
    return holders.pop() if len(holders) == 1 else None


def _addresses(fact: PersonFact) -> Iterator[str]:
    """The entry's personal addresses as identity keys; a shared mailbox is nobody's."""
    for handle in fact.handles:
        if handle.platform != "email" or not is_role(handle.handle):
            yield keys.identity(handle.platform, handle.handle)


def _follow_merges(found: Known) -> None:
    """Replace persons that were merged away by those they live on in."""
    ids = {*found.by_record.values(), *(who for held in found.by_address.values() for who in held)}
    gone: dict[int, int] = {}
    while ids:
        rows: dict[int, int] = {}
        for part in _parts(sorted(ids)):
            merged = Person.objects.filter(pk__in=part, merged_into__isnull=False)
            rows.update(merged.values_list("pk", "merged_into_id"))
        gone |= rows
        ids = set(rows.values())

    def living(who: int) -> int:
        while who in gone:
            who = gone[who]
        return who

    for record, who in found.by_record.items():
        found.by_record[record] = living(who)
    for key, held in found.by_address.items():
        found.by_address[key] = {living(who) for who in held}


def _parts(items: Sequence[str] | Sequence[int]) -> Iterable[Sequence[str] | Sequence[int]]:
    return (items[start : start + LOOK] for start in range(0, len(items), LOOK))
