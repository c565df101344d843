"""What people of a book wrote elsewhere lately: an occasion to write to them."""

from dataclasses import dataclass
from datetime import datetime

from rapport.feeds.models import Article, ShownArticle
from rapport.people.models import Book, Link


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
    found: dict[int, Wrote] = {}
    span = {"published_at__gt": since, "published_at__lte": until}
    columns = ("title", "url", "published_at", "ident")
    told = list(Article.objects.filter(blog__book=book, **span).values_list("blog__person", *columns))
    links = Link.objects.filter(book=book)
    shown = ShownArticle.objects.visible_to(book.owner).unmuted(book.owner).filter(**span)
    shown = shown.filter(blog__link__member__in=links.values("member"))
    by_member = list(shown.values_list("blog__link__member", *columns))
    if by_member:
        people = dict(links.values_list("member", "person"))
        told += [(people[member], *rest) for member, *rest in by_member if member in people]
    for person, title, url, at, ident in sorted(told, key=lambda row: (row[3], row[4])):
        found[person] = Wrote(title, url, at, int(ident[:7], 16))
    return found
