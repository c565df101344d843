"""What people of a book wrote elsewhere lately: an occasion to write to them."""

from dataclasses import dataclass
from datetime import datetime

from rapport.feeds.models import Article
from rapport.people.models import Book


@dataclass(frozen=True)
class Wrote:
    title: str
    url: str
    at: datetime


def wrote_since(book: Book, since: datetime) -> dict[int, Wrote]:
    """By person (id), the newest they wrote since then."""
    rows = Article.objects.filter(blog__book=book, published_at__gt=since).order_by("published_at", "pk")
    told = rows.values_list("blog__person", "title", "url", "published_at")
    return {person: Wrote(title, url, at) for person, title, url, at in told}
