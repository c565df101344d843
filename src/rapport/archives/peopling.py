"""People from an archive, a chunk at a time: matched or made, and every claim inserted once, seen again otherwise."""

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from rapport.archives.claiming import Told, told
from rapport.archives.matching import Known, known, match, records_of
from rapport.formats.facts import PersonFact
from rapport.kit.bulk import insert
from rapport.ledger.models import List, ListEntry
from rapport.people import keys
from rapport.people.models import Batch, Circle, CircleMember, Claim, Job, Organization, Person, Photo, Sighting

CLAIM_COLUMNS = ("book_id", "number", "person_id", "key", "source", "batch_id", "is_hand")
# A claim that points to a row of its own kind names it; the row is made if the book has none.
POINTED: dict[type[Claim], tuple[type[Any], str]] = {
    Job: (Organization, "organization_id"),
    ListEntry: (List, "list_id"),
    CircleMember: (Circle, "circle_id"),
}


@dataclass
class Peopled:
    """What came of a chunk: `who` maps the source's person keys to persons; `changed` are those with new facts."""

    who: dict[str, int] = field(default_factory=dict)
    new: int = 0
    known: int = 0
    changed: set[int] = field(default_factory=set)


def bring_people(
    facts: Sequence[PersonFact],
    *,
    batch: Batch,
    source: str,
    account: str,
    now: datetime,
    strangers: Container[str] = (),
) -> Peopled:
    """Match or make a person for each fact, and insert all claims. Facts of one key must come united.

    `strangers` (source's person keys) are only matched: nobody is made for them.
    """
    found = known(batch.book, facts, source, account, strangers)
    done = Peopled()
    placed = [(fact, slot) for fact, slot in _slots(facts, found, source, account, strangers) if slot]
    facts, slots = [fact for fact, _ in placed], [slot for _, slot in placed]
    made = _make([fact for fact, slot in zip(facts, slots, strict=True) if slot < 0], slots, batch, now)
    for fact, slot in zip(facts, slots, strict=True):
        done.who[fact.key] = made.get(slot, slot)
    done.new = len(made)
    done.known = len({slot for slot in slots if slot > 0})
    claims = [(done.who[fact.key], claim) for fact in facts for claim in told(fact, source, account)]
    done.changed = _claim(claims, batch, source, fresh=set(made.values())) | set(made.values())
    done.changed |= _faces(facts, done.who, batch, source)
    return done


def _slots(
    facts: Sequence[PersonFact], found: Known, source: str, account: str, strangers: Container[str]
) -> Iterator[tuple[PersonFact, int]]:
    """Each fact with the person's id, or a negative slot for somebody new, or 0 for nobody."""
    for place, fact in enumerate(facts, 1):
        is_stranger = fact.key in strangers
        who = match(fact, records_of(fact, source, account), found, is_stranger=is_stranger)
        yield fact, who if who is not None else 0 if is_stranger else -place


def _make(facts: Sequence[PersonFact], slots: Sequence[int], batch: Batch, now: datetime) -> dict[int, int]:
    """Insert the new persons, one for each negative slot; slot -> id."""
    first = dict(zip([slot for slot in slots if slot < 0], facts, strict=True))
    if not first:
        return {}
    numbers = batch.book.next_numbers("person", len(first))
    columns = ("book_id", "number", "name", "folded", "headline", "place", "zone", "batch_id", "is_hand", "added_at")
    rows = [
        (batch.book_id, number, fact.name[:300], keys.folded(fact.name), "", "", "", batch.pk, False, now)
        for number, fact in zip(numbers, first.values(), strict=True)
    ]
    insert(Person, (*columns, "died_on", "is_deceased"), [(*row, "", False) for row in rows])
    stored = Person.objects.filter(book=batch.book, number__gte=numbers.start, number__lt=numbers.stop)
    ids = dict(stored.values_list("number", "pk"))
    return {slot: ids[number] for slot, number in zip(first, numbers, strict=True)}


def _claim(claims: list[tuple[int, Told]], batch: Batch, source: str, *, fresh: set[int]) -> set[int]:
    """Insert claims model by model; those the book has gain a sighting. Nothing is known yet of those who are
    `fresh`. Returns the persons whom this batch tells news of, be it before a kill: what follows may not be done."""
    changed: set[int] = set()
    by_model: defaultdict[type[Claim], dict[tuple[int, str], Told]] = defaultdict(dict)
    for who, claim in claims:
        by_model[claim.model].setdefault((who, claim.key), claim)
    for model, wanted in by_model.items():
        there = _there(model, {who for who, _ in wanted} - fresh)
        unknown = {at: claim for at, claim in wanted.items() if at not in there}
        seen = [there[at][0] for at in wanted if at in there and there[at][1] != batch.pk]
        insert(Sighting, ("batch_id", "kind", "row"), [(batch.pk, model._meta.label_lower, pk) for pk in seen])
        _insert(model, unknown, batch, source)
        changed.update(at[0] for at in wanted if at in unknown or there[at][1] == batch.pk)
    return changed


def _insert(model: type[Claim], fresh: dict[tuple[int, str], Told], batch: Batch, source: str) -> None:
    if not fresh:
        return
    numbers = batch.book.next_numbers(model._meta.model_name or "", len(fresh))
    names = tuple(next(iter(fresh.values())).values)
    pointed, column = POINTED.get(model, (None, ""))
    rows_of = _rows_named(pointed, {claim.named for claim in fresh.values()}, batch) if pointed is not None else {}
    columns = (*CLAIM_COLUMNS, *names, *((column,) if column else ()))
    rows = []
    for number, ((who, key), claim) in zip(numbers, fresh.items(), strict=True):
        own = (batch.book_id, number, who, key, source, batch.pk, False, *claim.values.values())
        rows.append((*own, rows_of.get(_folded(pointed, claim.named))) if pointed is not None else own)
    insert(model, columns, rows)


def _there(model: type[Claim], people: set[int]) -> dict[tuple[int, str], tuple[int, int | None]]:
    """All claims of these persons, struck ones too: (person, key) -> (row, first batch)."""
    found: dict[tuple[int, str], tuple[int, int | None]] = {}
    wanted = sorted(people)
    for start in range(0, len(wanted), 800):
        rows = model.objects.filter(person__in=wanted[start : start + 800])
        for pk, who, key, first in rows.values_list("pk", "person_id", "key", "batch_id"):
            found[who, key] = pk, first
    return found


def _folded(model: type[Any] | None, name: str) -> str:
    if model is Organization:
        return keys.organization_name(name)
    return keys.folded(name, 120 if model is List else 300)


def _rows_named(model: type[Any], names: set[str], batch: Batch) -> dict[str, int]:
    """Rows of `model` by folded name, made where the book has none."""
    shown = {_folded(model, name): name for name in sorted(names) if name}
    found = dict(model.objects.filter(book=batch.book, folded__in=list(shown)).values_list("folded", "pk"))
    missing = [folded for folded in shown if folded not in found]
    if missing:
        numbers = batch.book.next_numbers(model._meta.model_name or "", len(missing))
        rows = [
            (batch.book_id, number, shown[folded], folded, batch.pk)
            for number, folded in zip(numbers, missing, strict=True)
        ]
        insert(model, ("book_id", "number", "name", "folded", "batch_id"), rows)
        found.update(model.objects.filter(book=batch.book, folded__in=missing).values_list("folded", "pk"))
    return found


def _faces(facts: Sequence[PersonFact], who: dict[str, int], batch: Batch, source: str) -> set[int]:
    """Photos, re-encoded already by the reading process; one a source is enough."""
    shown = {who[fact.key]: fact.photo for fact in facts if fact.photo}
    there = dict(Photo.objects.filter(person__in=list(shown), key=source).values_list("person_id", "batch_id"))
    fresh = [(person, photo) for person, photo in shown.items() if person not in there]
    if fresh:
        numbers = batch.book.next_numbers("photo", len(fresh))
        rows = [
            (batch.book_id, number, person, source, source, batch.pk, False, photo)
            for number, (person, photo) in zip(numbers, fresh, strict=True)
        ]
        insert(Photo, (*CLAIM_COLUMNS, "picture"), rows)
    return {person for person in shown if there.get(person, batch.pk) == batch.pk}
