"""What people of a book wrote elsewhere lately: an occasion to write to them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Subquery

from rapport.feeds.models import Article, ShownArticle
from rapport.kit.prepared import Query, prepared
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
    told = [row for query in written_since(book, since, until) for row in query.rows()]
    return {
        person: Wrote(title, url, at, int(ident[:7], 16))
        for person, title, url, at, ident in sorted(told, key=lambda row: (row[3], row[4]))
    }


def written_since(book: Book, since: datetime, until: datetime) -> tuple[Query, Query]:
    """What `wrote_since` asks the database."""
    span = {"book": book.pk, "since": since, "until": until}
    return _read.of(**span), _shown.of(viewer=book.owner_id, **span)


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
