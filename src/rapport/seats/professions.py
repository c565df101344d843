"""The tree of professions: brought along, then the hub's own to add to, to rename in and to split."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rapport.groups.refused import Refused
from rapport.kit.cleaning import one_line
from rapport.kit.folding import words
from rapport.seats.models import Profession

_TABLE = Path(__file__).with_name("professions.tsv")
_MOST = 3000  # so many a hub may have


def folded(name: str) -> str:
    """How names of professions are compared."""
    return " ".join(words(name))[:160]


@cache
def brought_along() -> tuple[tuple[str, ...], ...]:
    """Paths of the shipped tree, from the sector down to the profession."""
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if not line.startswith("#"))


def ship(table: type[Any] = Profession) -> None:
    """Write the shipped tree into `table` (a migration passes its own); what is there already stays as it is."""
    known: dict[str, Any] = {row.key: row for row in table.objects.all()}
    for depth in range(3):
        fresh: dict[str, Any] = {}
        for path in brought_along():
            key = _key(path[: depth + 1])
            if key not in known and key not in fresh:
                parent = known[_key(path[:depth])] if depth else None
                fresh[key] = table(key=key, name=path[depth], folded=folded(path[depth]), parent=parent)
        table.objects.bulk_create(fresh.values())
        known.update((row.key, row) for row in table.objects.filter(key__in=fresh))


def named(text: str) -> Profession | None:
    """The profession that somebody typed, the narrowest of that name; None if there is none."""
    found = Profession.objects.filter(folded=folded(text)).order_by("-parent__parent", "-pk") if text else ()
    return next((one for one in found if one.parent_id is not None), None)


def parents() -> dict[int, int | None]:
    """The whole tree: whose parent is whose, by id."""
    return dict(Profession.objects.values_list("pk", "parent_id"))


def applicable() -> list[str]:
    """Names of all that one can apply for: everything but the sectors."""
    return list(Profession.objects.exclude(parent=None).order_by("name").values_list("name", flat=True))


@transaction.atomic
def add(*, name: str, parent: Profession) -> Profession:
    """One more under `parent`. Refused for a name that is there, or none."""
    clean = _name(name)
    if Profession.objects.count() >= _MOST:
        raise Refused(_("The tree is full; rename one that nobody needs."))
    if Profession.objects.filter(folded=folded(clean)).exclude(parent=None).exists():
        raise Refused(_("That profession is in the tree already."))
    return Profession.objects.create(key=_free_key(clean), name=clean, folded=folded(clean), parent=parent)


@transaction.atomic
def rename(*, profession: Profession, name: str) -> None:
    """Call it otherwise; whoever holds its seat goes on holding it."""
    clean = _name(name)
    if Profession.objects.filter(folded=folded(clean)).exclude(pk=profession.pk).exclude(parent=None).exists():
        raise Refused(_("That profession is in the tree already."))
    profession.name, profession.folded = clean, folded(clean)
    profession.save(update_fields=["name", "folded"])


@transaction.atomic
def split(*, profession: Profession, into: Iterable[str]) -> list[Profession]:
    """Narrower ones under it. Whoever holds its seat keeps it as the wider one, until an organiser moves it."""
    names = [name for name in map(one_line, into) if name]
    if len(names) < 2:
        raise Refused(_("Name two or more, one a line."))
    return [add(name=name, parent=profession) for name in names]


def _name(text: str) -> str:
    clean = one_line(text)[:120]
    if not folded(clean):
        raise Refused(_("It needs a name."))
    return clean


def _key(path: Iterable[str]) -> str:
    return "/".join(_slugs(path))[:80]


def _slugs(path: Iterable[str]) -> Iterator[str]:
    return (re.sub(r"[^a-z0-9]+", "-", folded(name))[:26] for name in path)


def _free_key(name: str) -> str:
    key = re.sub(r"[^a-z0-9]+", "-", folded(name))[:60]
    taken = set(Profession.objects.filter(key__startswith=key).values_list("key", flat=True))
    return next(one for one in (key, *(f"{key}-{n}" for n in range(2, _MOST))) if one not in taken)
