"""The comments on a post as one viewer reads them, page by page."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import F
from django.utils import timezone
from markupsafe import Markup, escape

from rapport.kit import clock
from rapport.kit.naming import initials, tint
from rapport.kit.prepared import Prepared
from rapport.kit.wording import ago
from rapport.members.blocking import apart
from rapport.members.faces import faces_of
from rapport.members.models import Member
from rapport.talk.branching import in_order
from rapport.talk.models import Comment, Post

SIZE = 300  # comments a page
_REMOVED = dict(Comment.REMOVERS)


class Writer(NamedTuple):
    """Whoever wrote, made ready for the page once: many write often. Nobody's words need escaping again."""

    name: Markup = Markup()
    handle: str = ""
    tint: str = ""
    initials: Markup = Markup()
    photo: str = ""


class Said(NamedTuple):
    """One comment as it stands on the page. A writer without a `handle` has left, or it was removed."""

    number: int
    depth: int
    writer: Writer
    html: str
    at: str
    when: str
    is_edited: bool
    removed: str  # that it was, and by whom, in words
    is_own: bool


_NOBODY = Writer()


@dataclass(frozen=True)
class Discussion:
    rows: list[Said]
    page: int = 1
    pages: int = 1
    count: int = 0


def discussion(post: Post, viewer: Member | None, page: int = 1) -> Discussion:
    """The comments of members the viewer may see; `count` is how many of them stand."""
    is_short = post.comments <= SIZE
    rows = _TEXTS.rows(post=post.pk) if is_short else _TREE.rows(post=post.pk)
    order, standing = _order(rows, viewer)
    pages = max(1, -(-len(order) // SIZE))
    page = min(max(page, 1), pages)
    here = order[(page - 1) * SIZE : page * SIZE]
    texts = rows if is_short else _texts(post.pk).filter(pk__in=[number for number, _ in here])
    return Discussion(_said(here, texts, viewer), page, pages, standing)


def page_with(post: Post, viewer: Member | None, number: int) -> int:
    """The page of the discussion on which this comment stands."""
    order = [one for one, _ in _order(_TREE.rows(post=post.pk), viewer)[0]]
    return order.index(number) // SIZE + 1 if number in order else 1


def _order(rows: list[Any], viewer: Member | None) -> tuple[list[tuple[int, int]], int]:
    """Numbers in the order they are read with how far each is set in, and how many of them were not taken back."""
    blocked = apart(viewer) if rows else set()
    hidden = {number for number, _, author, is_active, *_ in rows if is_active is False or author in blocked}
    standing = sum(1 for number, _, _, _, is_removed, *_ in rows if number not in hidden and not is_removed)
    return in_order(((row[0], row[1]) for row in rows), hidden), standing


def _said(here: list[tuple[int, int]], rows: Any, viewer: Member | None) -> list[Said]:
    texts = {row[0]: row[2:] for row in rows}
    now, days = clock.now(), dict[int | date, str]()
    writers = _writers({row[0]: row[-2:] for row in texts.values() if row[0] is not None}, viewer)
    own = viewer.pk if viewer is not None else 0
    said = []
    for number, depth in here:
        author, _, is_removed, html, at, edited_at, remover, *_ = texts[number]
        said.append(
            Said(
                number,
                depth,
                writers.get(author, _NOBODY),
                html,
                at.isoformat(),
                _when(at, now, days),
                edited_at is not None,
                str(_REMOVED[remover]) if is_removed else "",
                author == own,
            )
        )
    return said


def _writers(named: dict[int, tuple[str, str]], viewer: Member | None) -> dict[int, Writer]:
    photos = faces_of(viewer, named) if viewer is not None else {}
    return {
        author: Writer(escape(name), handle, tint(name), escape(initials(name)), photos.get(author, ""))
        for author, (name, handle) in named.items()
    }


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
    return rows.values_list(*_PLACE)


def _texts(post: int) -> Any:
    rows = Comment.objects.filter(post=post).order_by("pk")
    shown = rows.annotate(is_here=F("author__account__is_active"), name=F("author__name"), handle=F("author__handle"))
    return shown.values_list(*_PLACE, "html", "written_at", "edited_at", "removed_by", "name", "handle")


_PLACE = ("id", "parent_id", "author_id", "is_here", "is_removed")
_TREE, _TEXTS = Prepared(_tree, numbers=("post",)), Prepared(_texts, numbers=("post",))
