"""Who holds what about whom: every model with a person's or member's facts is declared once, and merge, split,
erase, undo, export and account deletion walk the declarations."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from django.db.models import Model

from rapport.kit.models import PageVersion, Shift, Tally, Turn
from rapport.kit.rooms import gather

Rule = Literal["move", "stay"]


@dataclass(frozen=True)
class Holding:
    """One model's duties.

    `owner_path` leads from the model to the book (or member) that owns the row, `person_paths` to the persons the
    row is about. `move`: on merge the row follows the person unless the kept one already has its equal
    (`equal_by`: the fields that make two rows the same fact). `takes`: of a row that stays, one a person, the columns
    of the owner's own hand that the kept person's row takes over where it has none. `export`: the key of the JSON
    export it appears under (with `hub.` before it, in the export of what the member did on the hub), or the reason why
    it does not. `erase`: rows vanish with the person (`delete`) or lose the reference (`forget`), and with it the texts
    in `forgets`.
    `undo`: rows carry a batch and go with it, always or unless another row still points to them.
    """

    model: type[Model]
    owner_path: str
    person_paths: tuple[str, ...] = ()
    move: Rule = "move"
    equal_by: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    export: str = ""
    erase: Literal["delete", "forget", "keep"] = "delete"
    forgets: tuple[str, ...] = ()
    undo: Literal["", "always", "unless_used"] = ""

    @property
    def kind(self) -> str:
        """The word kept in logs of moves and sightings: `people.note`."""
        return str(self.model._meta.label_lower)

    def of_person(self, path: str, person: Any) -> Any:
        """Rows about `person` (an instance, or an iterable of ids) by one of `person_paths`, as a queryset."""
        manager: Any = self.model._default_manager
        return manager.filter(**{path: person} if isinstance(person, Model) else {f"{path}__in": person})


@cache
def holdings() -> tuple[Holding, ...]:
    """All declarations, lowest room first."""
    return gather("holdings", Holding)


@cache
def by_kind() -> dict[str, Holding]:
    return {holding.kind: holding for holding in holdings()}


HELD = (
    Holding(Shift, "", export="not: belongs to the hub", erase="keep"),
    Holding(Turn, "", export="not: belongs to the hub", erase="keep"),
    Holding(PageVersion, "", export="not: numbers drawn by chance", erase="keep"),
    Holding(Tally, "", export="not: digests, gone within a day", erase="keep"),
)
