"""What stands on a shelf of the hub, as far as one member may see it."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, NamedTuple

from django.db.models import QuerySet

from rapport.kit import fts
from rapport.kit.prepared import Prepared
from rapport.kit.shelf import HUB, Shelf
from rapport.members.models import Member
from rapport.search.query import Query, groups
from rapport.search.ranking import FEW, Pool, ranked

LARGE, MOST_AT_ONCE = 600, 2_400


class Viewer(NamedTuple):
    """Who looks, and when."""

    member: Member
    at: datetime


class Few:
    """Some of what `build(member, at)` lists, asked for by ids, with the ORM written out once. Ids are filled up with
    none to `sizes`; of more than the largest, some are asked after others."""

    def __init__(self, build: Callable[[Member, datetime], QuerySet[Any, Any]], *sizes: int) -> None:
        self._sizes = {size: _prepared(build, size) for size in sizes}

    def rows(self, viewer: Viewer, ids: Collection[int]) -> list[Any]:
        found: list[Any] = []
        wanted = list(ids)
        while wanted:
            size = next((size for size in self._sizes if size >= len(wanted)), max(self._sizes))
            part, wanted = wanted[:size], wanted[size:]
            named = {f"n{at}": part[at] if at < len(part) else -at for at in range(size)}
            found += self._sizes[size].rows(viewer=viewer.member.pk, at=viewer.at, **named)
        return found


def _prepared(build: Callable[[Member, datetime], QuerySet[Any, Any]], size: int) -> Prepared:
    def asked(viewer: int, at: datetime, **ids: int) -> QuerySet[Any, Any]:
        return build(Member(pk=viewer), at).filter(pk__in=list(ids.values()))

    return Prepared(asked, numbers=("viewer", *(f"n{at}" for at in range(size))), moments=("at",))


class Sight:
    """A shelf, and what of it the viewer may see: asked once for each thing."""

    def __init__(self, shelf: Shelf, visible: Few, viewer: Viewer, look: int = FEW) -> None:
        self.shelf, self._visible, self._viewer, self._look = shelf, visible, viewer, look
        self._known: dict[int, bool] = {}
        self._asked: dict[Any, tuple[int, dict[int, set[str]]]] = {}

    def called(self, wanted: fts.Groups, /, *, where: Sequence[str], most: int) -> dict[int, set[str]]:
        """The newest `most` that fit and may be seen, with the words of their names. The look goes on until there are
        enough or none are left: what may not be seen takes no place from what may, else it could be counted. Of the
        same fragments it is asked once: the steps of a ranking overlap."""
        key = (tuple(tuple(group) for group in wanted), tuple(where))
        asked, found = self._asked.get(key, (0, {}))
        if asked < most and (not asked or len(found) == asked):
            found = self._looked(wanted, where, most)
            self._asked[key] = most, found
        return dict(islice(found.items(), most))

    def _looked(self, wanted: fts.Groups, where: Sequence[str], most: int) -> dict[int, set[str]]:
        found: dict[int, set[str]] = {}
        look = max(self._look, most)
        cut: dict[str, int] = {}
        while len(found) < most:
            part = fts.called(HUB, self.shelf.kind, wanted, where=where, most=look, **cut)
            self._look_at([number for number in part if number not in self._known])
            found.update((number, names) for number, names in part.items() if self._known[number])
            if len(part) < look:
                break
            look, cut = min(look * 4, MOST_AT_ONCE), {"before": min(part)}
        return dict(islice(found.items(), most))

    def best(self, query: Query, most: int) -> list[int]:
        """The `most` that fit best, the newest first among equals."""
        return ranked(query.ways, Pool(self.called, self.called, list, most, 2 * most), most)

    def newest(self, query: Query, most: int) -> list[int]:
        """For what has no name: the newest `most` that hold what was typed."""
        found: set[int] = set()
        for way in query.ways:
            found.update(self.called(groups(way, fts.within), where=("words",), most=most))
        return sorted(found, reverse=True)[:most]

    def _look_at(self, ids: Collection[int]) -> None:
        may = {row.pk for row in self._visible.rows(self._viewer, ids)}
        self._known.update((number, number in may) for number in ids)


def visible(build: Callable[[Member, datetime], QuerySet[Any, Any]], look: int = FEW) -> Few:
    """What of many rows may be seen; `look` are looked at first."""
    return Few(lambda member, at: build(member, at).order_by().values_list("pk"), look, LARGE)
