"""An archive that waits for its owner's word and tells of somebody erased goes with them: it lies on the disk."""

from collections.abc import Collection, Iterator
from functools import partial

from django.db import transaction

from rapport.archives.intake import clear, refuse, staged_of
from rapport.archives.models import Intake
from rapport.formats.facts import PersonFact
from rapport.kit.bulk import chunks
from rapport.kit.clock import now
from rapport.kit.erasing import Erasure
from rapport.people import keys
from rapport.people.models import Book, Identity, Name, Person

GONE = "Somebody it tells of was erased, and it with them. To bring in the others, drop it again."


def _erase(book: Book, people: Collection[int]) -> None:
    previews = list(Intake.objects.filter(book=book, state="preview"))
    theirs = _known_by(people) if previews else set()
    for intake in previews:
        if any(_signs(fact) & theirs for fact in _told_by(intake)):
            refuse(intake, GONE, now=now())
            transaction.on_commit(partial(clear, intake))


def _known_by(people: Collection[int]) -> set[str]:
    """Their identity keys, and their names folded."""
    found: set[str] = set()
    for part in chunks(people, 800):
        found.update(Identity.objects.filter(person__in=part).values_list("key", flat=True))
        found.update(map(keys.folded, Name.objects.filter(person__in=part).values_list("text", flat=True)))
        found.update(map(keys.folded, Person.objects.filter(pk__in=part).values_list("name", flat=True)))
    return found


def _told_by(intake: Intake) -> Iterator[PersonFact]:
    for staged in staged_of(intake, intake.report.get("files", ())):
        for source in staged.sources():
            for facts in staged.persons(source.kind):
                yield from facts


def _signs(fact: PersonFact) -> set[str]:
    return {keys.folded(fact.name), *(keys.identity(handle.platform, handle.handle) for handle in fact.handles)}


PREVIEWS = Erasure(_erase)
