"""The small photos that stand before names in lists, each for whom its member shows it."""

from typing import Any

from rapport.kit.bulk import chunks
from rapport.kit.prepared import prepared
from rapport.members.faces import Faces
from rapport.members.models import Member
from rapport.profiles.models import Portrait

AT_ONCE = 512  # of more, some are asked after others


def of(viewer: Member, ids: list[int]) -> dict[int, str]:
    """One query. Whom a block keeps apart is in no list, and their photo's address answers nobody apart."""
    parts = chunks(ids, AT_ONCE)
    rows = [row for part in parts for row in _shown.rows(viewer=viewer.pk, ids=part)]
    return {row.member_id: face_path(f"/members/{row.member__handle}/", row.mark) for row in rows}


@prepared(numbers=("viewer",), several=("ids",))
def _shown(viewer: int, ids: list[int]) -> Any:
    rows = Portrait.objects.filter(member__in=ids).shown_to(Member(pk=viewer))
    return rows.values_list("member_id", "member__handle", "mark")


def face_path(path: str, mark: str) -> str:
    """The address of the small photo; another picture is another address."""
    return f"{path}face/?{mark}"


def seen(viewer: Member, handle: str) -> Portrait | None:
    """The portrait behind the handle if the viewer may see it."""
    found: Portrait | None = _seen.first(viewer=viewer.pk, handle=handle)
    return found


@prepared(numbers=("viewer",), words=("handle",))
def _seen(viewer: int, handle: str) -> Any:
    reader = Member(pk=viewer)
    here = Portrait.objects.filter(member__in=Member.objects.visible_to(reader), member__handle=handle)
    return here.shown_to(reader)


FACES = Faces(of)
