"""What people of a book wrote elsewhere lately: an occasion to write to them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Subquery

from rapport.feeds.models import Article, ShownArticle
from rapport.kit.prepared import prepared
from rapport.members.models import Member
from rapport.people.models import Book, Link

COLUMNS = ("title", "url", "published_at", "ident")


@dataclass(frozen=True)
class Wrote:
    """`mark` tells it from all else that this person wrote, in at most nine digits."""

    title: str
    url: str
    at: datetime
    mark: int


def wrote_since(book: Book, since: datetime, until: datetime) -> dict[int, Wrote]:
    """By person (id), the newest they wrote in that time: in blogs that the owner reads, and in those which the members
    whom these persons are show to the owner."""
    read = _read.rows(book=book.pk, since=since, until=until)
    shown = _shown.rows(book=book.pk, viewer=book.owner_id, since=since, until=until)
    told = [*read, *shown]
    return {
        person: Wrote(title, url, at, int(ident[:7], 16))
        for person, title, url, at, ident in sorted(told, key=lambda row: (row[3], row[4]))
    }


@prepared(numbers=("book",), moments=("since", "until"))
def _read(book: int, since: datetime, until: datetime) -> Any:
    rows = Article.objects.filter(blog__book=book, published_at__gt=since, published_at__lte=until)
    return rows.values_list("blog__person", *COLUMNS)


@prepared(numbers=("book", "viewer"), moments=("since", "until"))
def _shown(book: int, viewer: int, since: datetime, until: datetime) -> Any:
    reader = Member(pk=viewer)
    links = Link.objects.filter(book=book)
    rows = ShownArticle.objects.visible_to(reader).unmuted(reader)
    rows = rows.filter(published_at__gt=since, published_at__lte=until, blog__link__member__in=links.values("member"))
    whose = links.filter(member=OuterRef("blog__link__member")).order_by("pk").values("person")[:1]
    return rows.annotate(whose=Subquery(whose)).values_list("whose", *COLUMNS)
