"""What members and people wrote elsewhere lately, as far as whoever looks may see it."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from rapport.feeds.models import Article, ShownArticle
from rapport.kit.prepared import Prepared, prepared
from rapport.members.models import Member
from rapport.people.here import member_behind
from rapport.people.models import Person
from rapport.profiles.hosts import shown_host
from rapport.talk.models import Tag
from rapport.talk.tags import ACTIVE

FEW = 5
ORDER = ("-published_at", "-pk")
COLUMNS = ("title", "url", "published_at")


@dataclass(frozen=True, slots=True)
class Line:
    """One entry as lists show it: `host` says where it leads, `name` and `path` who wrote it, where that is not plain
    from the page."""

    title: str
    url: str
    at: datetime
    name: str = ""
    path: str = ""

    @property
    def host(self) -> str:
        return host_of(self.url)


def host_of(url: str) -> str:
    """In letters that cannot be mistaken for those of another host."""
    return shown_host(urlsplit(url).hostname or "")


def by_member(member: Member, level: int) -> list[Line]:
    """The newest of one member, for somebody of this level to them."""
    return [Line(row.title, row.url, row.published_at) for row in _seen_at(level).rows(member=member.pk)]


@cache
def _seen_at(level: int) -> Prepared:
    def build(member: int) -> Any:
        rows = ShownArticle.objects.filter(blog__link__member=member, blog__link__audience__lte=level)
        return rows.order_by(*ORDER).values_list("title", "url", "published_at", named=True)[:FEW]

    return Prepared(build, numbers=("member",))


def by_person(person: Person, blogs: list[Any]) -> list[Line]:
    """The newest in the blogs that the owner reads of this person, and in those the member shows whom they are."""
    member, owner = member_behind(person), person.book.owner_id
    read = Article.objects.filter(blog__in=blogs).values_list(*COLUMNS, named=True)
    rows: list[Any]
    if member is None:
        rows = list(read.order_by(*ORDER)[:FEW]) if blogs else []
    elif not blogs:
        rows = _shown_to.rows(viewer=owner, member=member.pk)
    else:  # few people have both; together they are one question
        shown = _shown_by(owner, member.pk).values_list(*COLUMNS, named=True)
        rows = list(read.union(shown, all=True).order_by("-published_at")[: 2 * FEW])
    once = {row.url: Line(row.title, row.url, row.published_at) for row in rows}
    return sorted(once.values(), key=lambda line: line.at, reverse=True)[:FEW]


@prepared(numbers=("viewer", "member"))
def _shown_to(viewer: int, member: int) -> Any:
    return _shown_by(viewer, member).order_by(*ORDER)[:FEW]


def _shown_by(viewer: int, member: int) -> Any:
    return ShownArticle.objects.visible_to(Member(pk=viewer)).filter(blog__link__member=member)


def read_by(viewer: Member) -> list[Line]:
    """The newest of members whom `viewer` follows or is connected with."""
    return [_line(row) for row in _read_by.rows(viewer=viewer.pk)]


@prepared(numbers=("viewer",))
def _read_by(viewer: int) -> Any:
    reader = Member(pk=viewer)
    rows = ShownArticle.objects.visible_to(reader).by_whom_i_read(reader)
    return rows.select_related("blog__link__member").order_by(*ORDER)[:FEW]


def with_tag(tag: Tag, viewer: Member | None, now: datetime) -> list[Line]:
    """The newest that bear this tag where it stands: in blogs of members, and in those `viewer` reads."""
    said = {"tags__contains": f" {tag.key} ", "published_at__gt": now - ACTIVE}
    shown = ShownArticle.objects.visible_to(viewer).filter(**said)
    if viewer is None:
        own: list[Any] = []
    else:
        shown = shown.unmuted(viewer)
        mine = Article.objects.filter(blog__book__owner=viewer, **said).select_related("blog__person__book")
        own = list(mine.order_by(*ORDER)[:FEW])
    rows = [*shown.select_related("blog__link__member").order_by(*ORDER)[:FEW], *own]
    once = {row.url: _line(row) for row in rows}
    return sorted(once.values(), key=lambda line: line.at, reverse=True)[:FEW]


def _line(row: Article | ShownArticle) -> Line:
    who = row.blog.person if isinstance(row, Article) else row.blog.link.member
    return Line(row.title, row.url, row.published_at, who.name, who.path)
