"""The members whom one member may find, on the shelf that each of them opens to that member."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from rapport.kit import fts
from rapport.kit.prepared import prepared
from rapport.kit.shelf import HUB
from rapport.network.models import Connection
from rapport.profiles.directory import findable_by
from rapport.profiles.findable import FOR_CONNECTIONS, FOR_LIVING_ROOM, FOR_MEMBERS
from rapport.search.seen import Few, Sight, Viewer, visible

FINDABLE = visible(lambda member, _at: findable_by(member))


class Circle:
    """`called` as of a pool: by what each shows to this viewer, and to nobody nearer."""

    def __init__(self, viewer: Viewer) -> None:
        self.viewer = viewer
        self._all = Sight(FOR_MEMBERS, FINDABLE, viewer)

    def called(self, wanted: fts.Groups, /, *, where: Sequence[str], most: int) -> dict[int, set[str]]:
        found = self._all.called(wanted, where=where, most=most)
        for near in self._nearer:
            found |= near.called(wanted, where=where, most=most)
        return found

    def first(self, numbers: Iterable[int]) -> list[int]:
        """Those one is connected with come first, the others as they came."""
        return sorted(numbers, key=lambda number: number not in self._levels)

    def lines(self, numbers: Sequence[int]) -> dict[int, list[fts.Line]]:
        """What is kept of each on the nearest shelf that is open."""
        kept = fts.read(HUB, FOR_MEMBERS.kind, numbers)
        for near in self._nearer:
            kept |= fts.read(HUB, near.shelf.kind, [number for number in numbers if number in near.members])
        return {number: one.lines for number, one in kept.items()}

    @cached_property
    def _levels(self) -> dict[int, bool]:
        """Whom the viewer is connected with, and whether they let them into their living room."""
        return {row.member_id: row.is_living_room for row in _connected.rows(viewer=self.viewer.member.pk)}

    @cached_property
    def _nearer(self) -> "list[_Near]":
        own = {self.viewer.member.pk}
        living = {number for number, is_living in self._levels.items() if is_living}
        connected, at_home = own | self._levels.keys(), own | living
        return [_Near(FOR_CONNECTIONS, connected, self.viewer), _Near(FOR_LIVING_ROOM, at_home, self.viewer)]


class _Near(Sight):
    """A shelf for those alone who are near enough."""

    def __init__(self, shelf: Any, members: set[int], viewer: Viewer) -> None:
        super().__init__(shelf, _Within(members), viewer)
        self.members = members


class _Within(Few):
    """Those of these members whom the viewer may find."""

    def __init__(self, members: set[int]) -> None:
        self._members = members

    def rows(self, viewer: Viewer, ids: Iterable[int]) -> list[Any]:
        return FINDABLE.rows(viewer, [number for number in ids if number in self._members])


@prepared(numbers=("viewer",))
def _connected(viewer: int) -> Any:
    return Connection.objects.filter(other=viewer).values_list("member_id", "is_living_room")
