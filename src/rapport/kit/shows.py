"""Which rows a page shows that is kept for everybody: when one of them changes, the page is of another version.

Nobody who changes a row can forget it, because the database does it itself, in the same transaction (kit/watching).
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import Model, OuterRef, Subquery

from rapport.kit.models import PageVersion
from rapport.kit.rooms import gather

ALL = 0
"""The key of the version that all pages of a kind have in common."""


@dataclass(frozen=True)
class Shows:
    """Offered in a room's `panels.py`: pages of the kind `page` ("profile", "post") show rows of `model`.

    The page of a row is found by its field `of` ("id" if the page is the row's own); without one, every page of the
    kind may show it. `fields`: those that can be seen on the page or decide whether it is seen; none named, all are.
    """

    page: str
    model: type[Model]
    of: str = ""
    fields: tuple[str, ...] = ()

    @property
    def table(self) -> str:
        return str(self.model._meta.db_table)

    @property
    def key(self) -> str:
        """The column that says whose page it is; empty for all."""
        return str(self.model._meta.get_field(self.of).column) if self.of else ""  # type: ignore[union-attr]

    @property
    def columns(self) -> tuple[str, ...]:
        meta = self.model._meta
        fields: Any = [meta.get_field(name) for name in self.fields] or meta.concrete_fields
        return tuple(field.column for field in fields)


@cache
def shows() -> tuple[Shows, ...]:
    return gather("panels", Shows)


def versions(page: str, key: str) -> dict[str, Subquery]:
    """To annotate a queryset with the version of the page of each row (`key` leads to what it is of), and with that of
    all pages of the kind."""
    found = PageVersion.objects.filter(page=page)
    return {
        "version_of_page": Subquery(found.filter(key=OuterRef(key)).values("number")),
        "version_of_all": Subquery(found.filter(key=ALL).values("number")),
    }
