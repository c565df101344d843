"""Setting a book up again from its export: in parts, each a transaction of its own, every step safe to repeat."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import Max, Model

from rapport.exports.people import key_of, personal
from rapport.exports.whole import topical
from rapport.kit.aftermath import settle
from rapport.kit.cleaning import clean, whole
from rapport.kit.crash import point
from rapport.kit.turns import one_of_many
from rapport.likeness.reasons import REASONS
from rapport.people import keys
from rapport.people.models import Batch, Book, BookRow, Counter, MyIdentity, Person, Review
from rapport.readers.staged import Staged
from rapport.restores.loading import Loader
from rapport.restores.sightings import restore_sightings
from rapport.restores.ties import restore_ties
from rapport.ties.models import Interaction, Rest, Touch

SETTLED = 1000
LAST = 2**31
_HAND = re.compile(r"hand:(\d{1,9})")
Progress = Callable[[str, int, int], None]
Row = dict[str, Any]


def is_for_empty(book: Book, batch: Batch) -> bool:
    """Whether the export can be set up as it stood: nobody is in the book, or this very batch began to set it up."""
    return bool(batch.counts.get("restoring")) or not (
        Person.objects.filter(book=book).exists() or Batch.objects.filter(book=book).exclude(pk=batch.pk).exists()
    )


def restore(staged: Staged, batch: Batch, *, now: datetime, progress: Progress) -> dict[str, int]:
    """Everything staged of an export, into the book of `batch`. The batch itself brings nothing: every fact stays
    with the batch that told it first, elsewhere. Returns {"people", "interactions", "left_out"}."""
    restoring = _Restoring(staged, batch, progress)
    restoring.run()
    Book.objects.filter(pk=batch.book_id).update(edited_at=now)
    return restoring.counts()


class _Restoring:
    def __init__(self, staged: Staged, batch: Batch, progress: Progress) -> None:
        self.staged, self.batch, self.book, self.progress = staged, batch, batch.book, progress
        self.loader = Loader(batch.book)

    def run(self) -> None:
        self._imports()
        first = {key: models[0].model for key, models in topical().items() if not models[0].person_paths}
        for place, model in first.items():
            if model is not Batch:
                self._load(place, model, _mine if model is MyIdentity else None)
        self._load("people", Person, _person)
        for holding in personal():
            self._load(f"people.{key_of(holding)}", holding.model)
        self._load("people.state", Rest)
        self._talks()
        for place, models in topical().items():
            if place not in first:
                self._load(place, models[0].model)
        self._load("reviews", Review, _review)
        restore_sightings(self.book, self._rows("sightings"))
        point("restore: sightings")
        self._suppression_key()
        self._settle()

    def counts(self) -> dict[str, int]:
        people = Person.objects.filter(book=self.book).count()
        talks = Interaction.objects.filter(book=self.book).count()
        return {"people": people, "interactions": talks, "left_out": self.loader.left_out}

    def _imports(self) -> None:
        """The batches of old, under their numbers; the one that restores them comes after the last."""
        rows = [row for row in self._rows("imports") if _is_number(row.get("number"))]
        with one_of_many():
            if not self.batch.counts.get("restoring"):
                self.batch.number = max((row["number"] for row in rows), default=0) + 1
                self.batch.counts = {"restoring": True, "restored": sorted({row["number"] for row in rows})}
                self.batch.save(update_fields=["number", "counts"])
                _add_batches(self.book, rows)
            _count_on(self.book, Batch)
        point("restore: batches")

    def _load(self, place: str, model: type[Model], change: Callable[[Row], Row | None] | None = None) -> None:
        """One place's rows into their model, and the numbering of what comes later after theirs. Rows without numbers
        cannot be met again: they come in one transaction, and only where none are."""
        is_numbered = issubclass(model, BookRow)
        with one_of_many():
            if not is_numbered and _has_any(model, self.book):
                return
            for rows in self.staged.rows(keys.BOOK, place):
                told = (json.loads(row) for row in rows)
                self.loader.load(model, [new for row in told if (new := change(row) if change else row) is not None])
            if is_numbered:
                _count_on(self.book, model)
        point("restore: rows")

    def _talks(self) -> None:
        done = 0
        for rows in self.staged.rows(keys.BOOK, "interactions"):
            with one_of_many():
                self.loader.load(Interaction, map(json.loads, rows))
            point("restore: interactions")
            done += len(rows)
            self.progress("interactions", done, 0)
        for rows in self.staged.rows(keys.BOOK, "touches"):
            told = [json.loads(row) for row in rows]
            wanted = {row["interaction"] for row in told if isinstance(row["interaction"], int)}
            with one_of_many():
                self.loader.know(Interaction, _numbered(self.book, wanted))
                self.loader.load(Touch, told)
            point("restore: touches")
        _count_on(self.book, Interaction)
        _count_hand(self.book)

    def _suppression_key(self) -> None:
        for row in self._rows("suppression_key"):
            said = row.get("is")
            if isinstance(said, str) and re.fullmatch(r"[0-9a-f]{64}", said):
                Book.objects.filter(pk=self.book.pk).update(suppression_key=said)
        for row in self._rows("book"):
            Book.objects.filter(pk=self.book.pk).update(keeps_text=row.get("keeps_text") is True)
        self.book.refresh_from_db()

    def _settle(self) -> None:
        people = list(Person.objects.filter(book=self.book).order_by("number").values_list("pk", flat=True))
        for start in range(0, len(people), SETTLED):
            with one_of_many():
                settle(self.book, people[start : start + SETTLED])
            point("restore: settled")
            self.progress("settling", min(start + SETTLED, len(people)), len(people))
        restore_ties(self.loader, self._rows("people.tie"))

    def _rows(self, place: str) -> Iterator[Row]:
        for rows in self.staged.rows(keys.BOOK, place):
            yield from map(json.loads, rows)


def _person(row: Row) -> Row | None:
    number, name = whole(str(row.get("id", ""))), row.get("name")
    if number is None or not isinstance(name, str):
        return None
    return row | {"number": number, "key": keys.folded(clean(name))}


def _mine(row: Row) -> Row | None:
    """A handle names its platform."""
    return row if ":" in str(row.get("key", "")) else None


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < LAST


def _review(row: Row) -> Row | None:
    """Only reasons that a page can say."""
    code = row.get("code")
    if not isinstance(code, str) or not all(part in REASONS for part in code.split("+")):
        return None
    return row | {"first": row.get("a"), "second": row.get("b")}


def _add_batches(book: Book, rows: list[Row]) -> None:
    """What pages say of a batch is looked at word by word: names, kinds, and two counts."""
    for row in sorted(rows, key=lambda row: row["number"]):
        files = [file for file in row.get("files") or () if isinstance(file, dict)]
        Batch.objects.create(
            book=book,
            number=row["number"],
            label=str(row.get("label", ""))[:300],
            kinds=[str(kind)[:24] for kind in row.get("kinds") or ()],
            account=str(row.get("account", ""))[:300],
            files=[_plain(file) for file in files],
            counts=_plain(row.get("counts") or {}),
            state="done",
            began_at=_at(row, "began_at") or book.edited_at,
            ended_at=_at(row, "ended_at"),
        )


def _plain(said: Any) -> Any:
    """Objects of plain values, one in another at most."""
    if not isinstance(said, dict):
        return {}
    return {str(name)[:40]: value for name, value in said.items() if _is_plain(value)}


def _is_plain(value: Any) -> bool:
    if isinstance(value, dict):
        return all(isinstance(inner, int) for inner in value.values())
    if isinstance(value, list):
        return all(isinstance(inner, str) for inner in value)
    return value is None or isinstance(value, (str, int))


def _at(row: Row, name: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(row[name])
    except (KeyError, TypeError, ValueError):
        return None
    return at if at.tzinfo is not None else None


def _has_any(model: Any, book: Book) -> bool:
    owner = "book" if any(field.name == "book" for field in model._meta.fields) else "person__book"
    return bool(model._default_manager.filter(**{owner: book}).exists())


def _numbered(book: Book, numbers: set[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    wanted = sorted(numbers)
    for start in range(0, len(wanted), 800):
        rows = Interaction.objects.filter(book=book, number__in=wanted[start : start + 800])
        found.update(rows.values_list("number", "pk"))
    return found


def _count_on(book: Book, model: Any) -> None:
    """What is numbered from now on comes after the last number there is."""
    last = model._default_manager.filter(book=book).aggregate(last=Max("number"))["last"] or 0
    Counter.objects.update_or_create(book=book, kind=model._meta.model_name, defaults={"last": last})


def _count_hand(book: Book) -> None:
    logged = Interaction.objects.filter(book=book, key__startswith="hand:").values_list("key", flat=True)
    last = max((int(found[1]) for key in logged if (found := _HAND.fullmatch(key))), default=0)
    if last:
        Counter.objects.update_or_create(book=book, kind="hand", defaults={"last": last})
