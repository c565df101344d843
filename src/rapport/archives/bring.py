"""From the staging file into the book: in batches, each a transaction of its own, every step safe to repeat.

A killed import is brought in again from the start: what is there already is met by its natural key and stays once.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from rapport.archives.asking import why_out
from rapport.archives.gathering import bring_gatherings
from rapport.archives.peopling import bring_people
from rapport.archives.talking import bring_talks
from rapport.formats.facts import PersonFact, TalkFact
from rapport.kit.aftermath import settle
from rapport.kit.crash import point
from rapport.kit.turns import one_of_many
from rapport.people import keys
from rapport.people.models import Batch, MyIdentity, Person, Sighting
from rapport.readers.staged import Staged
from rapport.restores.restore import is_for_empty, restore
from rapport.rights.suppress import Suppressed
from rapport.ties.models import Interaction

CHUNK = 5000
SETTLED = 1000
FEW = 10  # a mail to more people than this is no sign that the owner knows them
Progress = Callable[[str, int, int], None]  # what is being done, how many, of how many


@dataclass
class Brought:
    """Who is who in the archive (`who`, of one source), whom it told of, whose facts changed; how many stayed out: who
    was `erased`, and who is only named `passing`ly, or wrote and was never written to."""

    who: dict[str, int] = field(default_factory=dict)
    people: set[int] = field(default_factory=set)
    changed: set[int] = field(default_factory=set)
    erased: int = 0
    passing: int = 0
    restored: dict[str, int] = field(default_factory=dict)

    def add(self, other: "Brought") -> None:
        self.people |= other.people | set(other.who.values())
        self.changed |= other.changed
        self.erased += other.erased
        self.passing += other.passing
        self.restored |= other.restored


def bring(
    staged: Staged, batch: Batch, *, keep_text: bool, namesakes: bool, now: datetime, progress: Progress
) -> Brought:
    """Bring everything staged into the batch's book; returns whom it told of and whose facts changed.

    `namesakes`: also take in somebody who only shares the name of one who was erased.
    """
    total = Brought()
    for source in staged.sources():
        if source.message:
            continue
        if source.kind == keys.BOOK and is_for_empty(batch.book, batch):
            total.restored = restore(staged, batch, now=now, progress=progress)
            continue
        brought = _Bringing(staged, batch, source.kind, keep_text, now, progress)
        total.add(brought.run(Suppressed(batch.book), namesakes=namesakes))
    _settle(batch, total.changed, progress)
    return total


def counted(batch: Batch, brought: Brought) -> dict[str, Any]:
    """The counts of the contract: what the batch is the first to tell, and what it met."""
    if brought.restored:
        return _restored(batch, brought.restored)
    new = Person.objects.filter(batch=batch).count()
    return {
        "people": {"new": new, "known": len(brought.people) - new, "to_review": 0},
        "interactions": {
            "new": Interaction.objects.filter(batch=batch).count(),
            "known": Sighting.objects.filter(batch=batch, kind="ties.interaction").count(),
        },
        "erased": brought.erased,
        "passing": brought.passing,
    }


def _restored(batch: Batch, told: dict[str, int]) -> dict[str, Any]:
    """Of a book that was set up again all is new, though it belongs to the batches that told it first."""
    return {
        "people": {"new": told["people"], "known": 0, "to_review": 0},
        "interactions": {"new": told["interactions"], "known": 0},
        "erased": 0,
        "restored": batch.counts["restored"],
    }


class _Bringing:
    """One source of one batch."""

    def __init__(
        self,
        staged: Staged,
        batch: Batch,
        source: str,
        keep_text: bool,
        now: datetime,
        progress: Progress,
    ) -> None:
        self.staged, self.batch, self.source = staged, batch, source
        self.keep_text, self.now, self.progress = keep_text, now, progress
        self.account = _account(staged, source)
        self.counts = staged.counts()[source]
        self.done = Brought()

    def run(self, suppressed: Suppressed, *, namesakes: bool) -> Brought:
        self._mine()
        met = self._met() if self.counts["faint"] else frozenset()
        self._people(suppressed, namesakes, met)
        self._gatherings()
        self._talks()
        return self.done

    def _mine(self) -> None:
        rows = [
            MyIdentity(
                book=self.batch.book, key=keys.identity(own.platform, own.handle), shown=own.handle, batch=self.batch
            )
            for own in self.staged.mine(self.source)
            if own.is_sure
        ]
        MyIdentity.objects.bulk_create(rows, ignore_conflicts=True)

    def _met(self) -> frozenset[str]:
        """Keys of faint persons whom the owner really dealt with: wrote to, or sat with, among few."""
        found: set[str] = set()
        for talks in self.staged.talks(self.source, CHUNK):
            for talk in talks:
                if _is_personal(talk):
                    found.update(party.key for party in talk.parties if party.direction != "in")
        return frozenset(found)

    def _people(self, suppressed: Suppressed, namesakes: bool, met: frozenset[str]) -> None:
        mine = {keys.identity(own.platform, own.handle) for own in self.staged.mine() if own.is_sure}
        mine.update(MyIdentity.objects.filter(book=self.batch.book).values_list("key", flat=True))
        for facts in self.staged.persons(self.source, CHUNK):
            wanted = [fact for fact in facts if not _is_owner(fact, mine)]
            allowed = [fact for fact in wanted if self._may_come(fact, suppressed, namesakes)]
            self.done.erased += len(wanted) - len(allowed)
            strangers = {fact.key for fact in allowed if fact.is_faint and fact.key not in met}
            with one_of_many():
                done = bring_people(
                    allowed,
                    batch=self.batch,
                    source=self.source,
                    account=self.account,
                    now=self.now,
                    strangers=strangers,
                )
            self.done.passing += len(strangers - done.who.keys())
            self.done.who |= done.who
            self.done.changed |= done.changed
            point("import: people")
            self.progress("people", len(self.done.who), self.counts["people"] + self.counts["faint"])

    def _may_come(self, fact: PersonFact, suppressed: Suppressed, namesakes: bool) -> bool:
        if not suppressed:
            return True
        why = why_out(fact, suppressed)
        return why == "" or (why == "name" and namesakes)

    def _gatherings(self) -> None:
        for facts in self.staged.gatherings(self.source, CHUNK):
            with one_of_many():
                done = bring_gatherings(facts, batch=self.batch, source=self.source, who=self.done.who)
            self.done.changed |= done.changed
            point("import: gatherings")

    def _talks(self) -> None:
        seen = 0
        there = Interaction.objects.filter(book=self.batch.book, source=self.source)
        is_first = self.source != keys.BOOK and not there.exists()  # an exported book tells what others told
        for talks in self.staged.talks(self.source, CHUNK):
            with one_of_many():
                done = bring_talks(
                    talks,
                    batch=self.batch,
                    source=self.source,
                    who=self.done.who,
                    keep_text=self.keep_text,
                    is_first=is_first,
                )
            self.done.changed |= done.touched
            seen += len(talks)
            point("import: talks")
            self.progress("interactions", seen, self.counts["interactions"])


def _is_personal(talk: TalkFact) -> bool:
    return not talk.is_mass and len(talk.parties) <= FEW


def _is_owner(fact: PersonFact, mine: set[str]) -> bool:
    return any(keys.identity(handle.platform, handle.handle) in mine for handle in fact.handles)


def _account(staged: Staged, source: str) -> str:
    """Whose archive it is: the owner's own handle on that platform, so that names as keys stay apart by owner."""
    own = (mine.handle for mine in staged.mine(source) if mine.platform == source and mine.is_sure)
    return keys.folded(next(own, ""))


def _settle(batch: Batch, changed: set[int], progress: Progress) -> None:
    """Ties, chosen names and search rows of all whose facts changed."""
    wanted = sorted(changed)
    for start in range(0, len(wanted), SETTLED):
        with one_of_many():
            settle(batch.book, wanted[start : start + SETTLED])
        point("import: settled")
        progress("settling", min(start + SETTLED, len(wanted)), len(wanted))
