"""Whom of the book an archive's entry is: by the source's own key, or by an exact address with a fitting name.

Everything less sure is left to `people/resolve.py`, which asks. The book's keys are looked up a chunk at a time.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from rapport.archives.claiming import identities
from rapport.archives.facts import PersonFact
from rapport.people import keys
from rapport.people.models import Book, Identity, Name, Person, Record

LOOK = 800  # keys a query


@dataclass
class Known:
    """What of the book bears on a chunk of entries: who holds which key, and under what names they go.

    Persons are ids; those about to be made are negative slots until they have one.
    """

    by_record: dict[str, int] = field(default_factory=dict)
    by_identity: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    names: defaultdict[int, set[str]] = field(default_factory=lambda: defaultdict(set))

    def remember(self, who: int, fact: PersonFact, record: str) -> None:
        self.by_record[record] = who
        self.names[who].add(fact.name)
        self.names[who].update(name.text for name in fact.names)
        for handle in fact.handles:
            self.by_identity[keys.identity(handle.platform, handle.handle)].add(who)


def known(book: Book, facts: Sequence[PersonFact], source: str, account: str) -> Known:
    """What the book knows of the keys in `facts`."""
    found = Known()
    records = [keys.record(source, account, fact.key) for fact in facts]
    for part in _parts(records):
        rows = Record.objects.filter(book=book, key__in=part).values_list("key", "person_id")
        found.by_record.update(rows)
    for part in _parts(sorted(identities(facts))):
        for key, who in Identity.objects.shown().filter(book=book, key__in=part).values_list("key", "person_id"):
            found.by_identity[key].add(who)
    _follow_merges(found)
    _learn_names(found)
    return found


def match(fact: PersonFact, record: str, found: Known, fits: Callable[[str, Iterable[str]], bool]) -> int | None:
    """The person `fact` is about, or None. `fits(name, names)` says that a name does not contradict the others.

    An address held by two who fit is nobody's alone: then nobody is chosen, and the owner will be asked.
    """
    if record in found.by_record:
        return found.by_record[record]
    held: set[int] = set()
    for handle in fact.handles:
        held |= found.by_identity.get(keys.identity(handle.platform, handle.handle), set())
    fitting = [who for who in held if fits(fact.name, found.names[who])]
    return fitting[0] if len(fitting) == 1 else None


def _follow_merges(found: Known) -> None:
    """Replace persons that were merged away by those they live on in; what is in the trash stays matched."""
    ids = {*found.by_record.values(), *(who for held in found.by_identity.values() for who in held)}
    gone: dict[int, int] = {}
    while ids:
        rows: dict[int, int] = {}
        for part in _parts(sorted(ids)):
            rows.update(
                Person.objects.filter(pk__in=part, merged_into__isnull=False).values_list("pk", "merged_into_id")
            )
        gone |= rows
        ids = set(rows.values())
    if not gone:
        return

    def living(who: int) -> int:
        while who in gone:
            who = gone[who]
        return who

    for record, who in found.by_record.items():
        found.by_record[record] = living(who)
    for key, held in found.by_identity.items():
        found.by_identity[key] = {living(who) for who in held}


def _learn_names(found: Known) -> None:
    ids = {who for held in found.by_identity.values() for who in held}
    for part in _parts(sorted(ids)):
        for who, text in Name.objects.shown().filter(person__in=part).values_list("person_id", "text"):
            found.names[who].add(text)
        for who, text in Person.objects.filter(pk__in=part).values_list("pk", "name"):
            found.names[who].add(text)


def _parts(items: Sequence[str] | Sequence[int]) -> Iterable[Sequence[str] | Sequence[int]]:
    return (items[start : start + LOOK] for start in range(0, len(items), LOOK))
