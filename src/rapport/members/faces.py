"""The faces before names: which small photo of whom a member may see. The room that keeps photos offers them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from rapport.kit.rooms import gather
from rapport.members.models import Member


@dataclass(frozen=True)
class Faces:
    """`of(viewer, ids)`: the addresses of the photos that these members show the viewer, by their ids, in one query.
    A room offers it in its `faces.py`."""

    of: Callable[[Member, list[int]], dict[int, str]]


def faces_of(viewer: Member, ids: Iterable[int]) -> dict[int, str]:
    """The addresses of small photos, by the ids of the members who show the viewer one."""
    wanted = sorted(set(ids))
    found: dict[int, str] = {}
    for faces in _faces() if wanted else ():
        found |= faces.of(viewer, wanted)
    return found


def show_faces(viewer: Member | None, members: Iterable[Member | None]) -> None:
    """Give each of these members the `photo` that the viewer may see; nobody signed in sees initials."""
    here = [member for member in members if member is not None]
    found = faces_of(viewer, (member.pk for member in here)) if viewer is not None else {}
    for member in here:
        member.photo = found.get(member.pk, "")


@cache
def _faces() -> tuple[Faces, ...]:
    return gather("faces", Faces)
