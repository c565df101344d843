"""The comments on a post as one viewer reads them, page by page."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import F
from django.utils import timezone

from rapport.kit import clock
from rapport.kit.naming import initials, tint
from rapport.kit.prepared import Prepared
from rapport.kit.wording import ago
from rapport.members.faces import faces_of
from rapport.members.models import Block, Member
from rapport.talk.branching import in_order
from rapport.talk.models import Comment, Post

SIZE = 300  # comments a page
_NOBODY = ("", "", "")
_REMOVED = dict(Comment.REMOVERS)


class Said(NamedTuple):
    """One comment as it stands on the page. Without a `handle` its author has left, or it was removed."""

    number: int
    depth: int
    name: str
    handle: str
    face: tuple[str, str, str]  # tint, initials and the address of a photo
    html: str
    at: str
    when: str
    is_edited: bool
    removed: str  # that it was, and by whom, in words
    is_own: bool


@dataclass(frozen=True)
class Discussion:
    rows: list[Said]
    page: int = 1
    pages: int = 1
    count: int = 0


def discussion(post: Post, viewer: Member | None, page: int = 1) -> Discussion:
    """The comments of members the viewer may see; `count` is how many of them stand."""
    order, standing = _order(post, viewer)
    pages = max(1, -(-len(order) // SIZE))
    page = min(max(page, 1), pages)
    here = order[(page - 1) * SIZE : page * SIZE]
    return Discussion(_said(here, len(order), post, viewer), page, pages, standing)


def page_with(post: Post, viewer: Member | None, number: int) -> int:
    """The page of the discussion on which this comment stands."""
    order = [one for one, _ in _order(post, viewer)[0]]
    return order.index(number) // SIZE + 1 if number in order else 1


def _order(post: Post, viewer: Member | None) -> tuple[list[tuple[int, int]], int]:
    """Numbers in the order they are read with how far each is set in, and how many of them were not taken back."""
    rows = [(row.id, row.parent_id, row.author_id, row.is_here, row.is_removed) for row in _TREE.rows(post=post.pk)]
    blocked = set(Block.of(viewer)) if viewer is not None and rows else set()
    hidden = {number for number, _, author, is_active, _ in rows if is_active is False or author in blocked}
    standing = sum(1 for number, _, _, _, is_removed in rows if number not in hidden and not is_removed)
    return in_order(((row[0], row[1]) for row in rows), hidden), standing


def _said(here: list[tuple[int, int]], of: int, post: Post, viewer: Member | None) -> list[Said]:
    if len(here) < of:
        found: Any = _texts(post.pk).filter(pk__in=[number for number, _ in here])
    else:
        found = _TEXTS.rows(post=post.pk)
    texts = {row[0]: row[1:] for row in found}
    now, days = clock.now(), dict[int | date, str]()
    faces = _faces(texts.values(), viewer)
    own = viewer.pk if viewer is not None else 0
    said = []
    for number, depth in here:
        html, at, edited_at, is_removed, remover, author, name, handle = texts[number]
        said.append(
            Said(
                number,
                depth,
                name or "",
                handle or "",
                faces.get(author, _NOBODY),
                html,
                at.isoformat(),
                _when(at, now, days),
                edited_at is not None,
                str(_REMOVED[remover]) if is_removed else "",
                author == own,
            )
        )
    return said


def _faces(texts: Collection[Any], viewer: Member | None) -> dict[int, tuple[str, str, str]]:
    """Made once for each who wrote: many write often."""
    names = {author: name for *_, author, name, _handle in texts if author is not None}
    photos = faces_of(viewer, names) if viewer is not None else {}
    return {author: (tint(name), initials(name), photos.get(author, "")) for author, name in names.items()}


def _when(at: datetime, now: datetime, said: dict[int | date, str]) -> str:
    """How long ago, said once for a day: days begin at quarters of an hour everywhere, and saying it is dear."""
    quarter = int(at.timestamp()) // 900
    if quarter not in said:
        day = timezone.localtime(at).date()
        if day not in said:
            said[day] = ago(at, now)
        said[quarter] = said[day]
    return said[quarter]


def _tree(post: int) -> Any:
    here = F("author__account__is_active")
    rows = Comment.objects.filter(post=post).order_by("pk").annotate(is_here=here)
    return rows.values_list("id", "parent_id", "author_id", "is_removed", "is_here")


def _texts(post: int) -> Any:
    rows = Comment.objects.filter(post=post).annotate(name=F("author__name"), handle=F("author__handle"))
    return rows.values_list(
        "id", "html", "written_at", "edited_at", "is_removed", "removed_by", "author_id", "name", "handle"
    )


_TREE, _TEXTS = Prepared(_tree, numbers=("post",)), Prepared(_texts, numbers=("post",))
