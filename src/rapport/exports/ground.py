"""What the parts of an export share: the book, the day, who is who by number, which batches still tell something."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Model

from rapport.exports.columns import columns
from rapport.kit.holdings import Holding, holdings
from rapport.people.models import Batch, Book, Person
from rapport.ties.layers import Place
from rapport.ties.standing import Everybody, everybody


@dataclass(frozen=True)
class Ground:
    """One export of `book` as of the day `on`, on which strengths and layers are told."""

    book: Book
    on: date
    _numbers: dict[type, Mapping[int, int]] = field(default_factory=dict)

    @cached_property
    def living(self) -> dict[int, int]:
        """Persons that were not merged away, ids to numbers, in the order of their numbers."""
        rows = Person.objects.filter(book=self.book, merged_into=None).order_by("number")
        return dict(rows.values_list("pk", "number"))

    @cached_property
    def people(self) -> dict[int, int]:
        """All persons, ids to numbers: who was merged away goes by the number of whom they live on in."""
        into: dict[int, int] = dict(
            Person.objects.filter(book=self.book, merged_into__isnull=False).values_list("pk", "merged_into_id")
        )
        found = dict(self.living)
        for gone in into:
            root = gone
            while root in into:
                root = into[root]
            found[gone] = self.living[root]
        return found

    @cached_property
    def batches(self) -> dict[int, int]:
        """Batches that still tell something, ids to numbers; those undone, or that brought nothing new, are none."""
        telling: set[int] = set()
        for model in {holding.model for holding in holdings() if _has_batch(holding)}:
            rows: Any = model._default_manager
            telling.update(rows.filter(batch__book=self.book).order_by().values_list("batch", flat=True).distinct())
        done = Batch.objects.filter(book=self.book, pk__in=telling).order_by("number")
        return dict(done.values_list("pk", "number"))

    @cached_property
    def places(self) -> dict[int, Place]:
        """Who stands in which layer, by id."""
        return self._standing.places()

    @cached_property
    def strengths(self) -> dict[int, float]:
        """How strong the ties are, by id; of those who are here and alive."""
        known = self._standing
        return dict(zip(known.ids.tolist(), known.strength.tolist(), strict=True))

    @cached_property
    def _standing(self) -> Everybody:
        return everybody(self.book, self.on)

    def numbers(self, *models: type[Model]) -> dict[type, Mapping[int, int]]:
        """By model, ids to numbers, of all rows that rows of these models refer to."""
        wanted = {column.refers for model in models for column in columns(model) if column.refers is not None}
        for other in wanted - set(self._numbers):
            self._numbers[other] = self._of(other)
        return self._numbers

    def _of(self, model: type[Model]) -> Mapping[int, int]:
        if model is Person:
            return self.people
        if model is Batch:
            return self.batches
        manager: Any = model._default_manager
        return dict(manager.filter(book=self.book).values_list("pk", "number"))


def _has_batch(holding: Holding) -> bool:
    return bool(holding.undo) and any(one.name == "batch" for one in holding.model._meta.fields)
