"""Asking a blog what is new: once for all who read it and whose turn it is, and whatever it answers, the next time is
set. What each of them has stays their own; only the question is shared."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Any
from urllib.parse import urljoin

from django.db import transaction
from django.utils.translation import gettext_noop

from rapport.feeds.models import Asked, Blog, ShownBlog
from rapport.feeds.reading.confined import read
from rapport.feeds.reading.parse import Item, NoFeedError, Read
from rapport.handles.weblinks import web_url
from rapport.kit.cleaning import one_line
from rapport.kit.http import Fetched, NotFetched, fetch
from rapport.kit.reachable import target
from rapport.talk.writing import tag_key

MOST_BYTES, KEPT, MOST_TAGS = 2_000_000, 50, 10
HOUR, LONGEST_WAIT = timedelta(hours=1), timedelta(days=7)
STALE = 5  # misses in a row after which the page that was given is asked anew where its feed is
_GONE = gettext_noop("It is gone for good; nothing is asked there any more.")
_NO_FEED = gettext_noop("There is no feed that can be read; it is tried again.")
_AWAY = gettext_noop("It does not answer at the moment; it is tried again.")


def is_address(url: str) -> bool:
    """Whether this names a page that may be asked for."""
    try:
        return len(url) <= 500 and " " not in url and bool(target(url))
    except ValueError:
        return False


def due(kind: type[Asked], now: datetime) -> Any:
    """Rows of one kind whose turn it is, of members who may sign in."""
    return kind._default_manager.filter(due_at__lte=now, **{f"{kind.READER}__account__is_active": True})


def read_feed(blog: Asked, *, now: datetime) -> None:
    """Ask once, outside of any transaction, and keep what is new for everybody who reads it and is due within the hour
    too. Of a page that names a feed, the feed is asked at once."""
    rows = _together(blog, now)
    told = _asked(rows, now)
    if told is not None:
        moved = _asked(_at_feed(rows, told), now)
        if moved is not None:  # a feed that names a feed leads nowhere
            _miss(rows, _NO_FEED, now)


def _together(blog: Asked, now: datetime) -> list[Asked]:
    also = [row for kind in (Blog, ShownBlog) for row in due(kind, now + HOUR).filter(feed=blog.feed).order_by("pk")]
    return [blog, *(row for row in also if row != blog)]


def _at_feed(rows: Sequence[Asked], feed: str) -> Sequence[Asked]:
    for row in rows:
        row.feed, row.etag, row.modified = feed, "", ""
    return rows


def _asked(rows: Sequence[Asked], now: datetime) -> str | None:
    """The feed that the page names, where it is a page."""
    try:
        answer = _ask(rows)
        if answer.status == 410:
            _settle(rows, due_at=None, trouble=_GONE, misses=0)
        elif answer.status == 304:
            _settle(rows, due_at=now + HOUR, trouble="", misses=0)
        elif answer.status != 200:
            _miss(rows, _AWAY, now)
        else:
            return _taken(rows, answer, read(answer.body), now)
    except NoFeedError:
        _miss(rows, _NO_FEED, now)
    except NotFetched as wrong:
        _miss(rows, _AWAY if wrong.is_passing else str(wrong)[:200], now)
    return None


def _ask(rows: Sequence[Asked]) -> Fetched:
    """What all of them have already need not be sent again."""
    marks = {(row.etag, row.modified) for row in rows}
    etag, modified = marks.pop() if len(marks) == 1 else ("", "")
    known = {"If-None-Match": etag, "If-Modified-Since": modified}
    headers = {name: value for name, value in known.items() if value}
    return fetch(rows[0].feed, accept=(), most_bytes=MOST_BYTES, headers=headers)


def _taken(rows: Sequence[Asked], answer: Fetched, told: Read, now: datetime) -> str | None:
    if told.feed_at:
        feed = _joined(answer.url, told.feed_at)
        if feed == rows[0].feed or not is_address(feed):
            raise NoFeedError
        return feed
    with transaction.atomic():
        for row in rows:
            keep(row, told.items, answer.url, now)
        _settle(
            rows,
            feed=answer.moved_to if is_address(answer.moved_to) else rows[0].feed,
            title=one_line(told.title)[:200],
            etag=_mark(answer, "ETag", 300),
            modified=_mark(answer, "Last-Modified", 80),
            due_at=now + HOUR,
            trouble="",
            misses=0,
        )
    return None


def _joined(base: str, href: str) -> str:
    """What an address leads to, seen from a page; nothing where it cannot be read (`http://[`)."""
    try:
        return urljoin(base, href)
    except ValueError:
        return ""


def _mark(answer: Fetched, name: str, most: int) -> str:
    """A mark that was cut short would never fit again."""
    told: str = answer.headers.get(name, "")
    return told if len(told) <= most and told.isprintable() else ""


def keep(blog: Any, items: Iterable[Item], base: str, now: datetime) -> None:
    """Write down what is new among these entries of the blog, and drop what is very old."""
    articles: Any = blog.articles
    made = (_written(one, base, now) for one in items)
    rows = [articles.model(blog=blog, **values) for values in made if values]
    articles.model.objects.bulk_create(rows, ignore_conflicts=True)
    kept = articles.order_by("-published_at", "-pk").values_list("pk", flat=True)
    articles.filter(pk__in=list(kept[KEPT:])).delete()


def _written(one: Item, base: str, now: datetime) -> dict[str, Any]:
    """The columns of an entry; none where it leads to nowhere that can be trusted."""
    url = web_url(_joined(base, one.href))
    if not url or len(url) > 500:
        return {}
    keys = dict.fromkeys(key for key in map(tag_key, one.tags) if key)
    return {
        "ident": blake2b(one.ident.encode("utf-8", "replace"), digest_size=16).hexdigest(),
        "title": one_line(one.title)[:200] or url[:200],
        "url": url,
        "published_at": min(datetime.fromisoformat(one.at) if one.at else now, now),
        "lead": one_line(one.lead)[:400],
        "tags": f" {' '.join(list(keys)[:MOST_TAGS])} "[:500] if keys else "",
    }


def _miss(rows: Sequence[Asked], trouble: str, now: datetime) -> None:
    """Each time in a row it waits twice as long, a week at most; and where the feed was, the page may name another."""
    for row in rows:
        wait = min(HOUR * 2 ** min(row.misses, 10), LONGEST_WAIT)
        misses = min(row.misses + 1, 1000)
        feed = row.begun_at if misses % STALE == 0 and is_address(row.begun_at) else row.feed
        _settle([row], feed=feed, due_at=now + wait, trouble=trouble, misses=misses)


def _settle(rows: Sequence[Asked], **columns: Any) -> None:
    for row in rows:
        type(row)._default_manager.filter(pk=row.pk).update(**columns)
        for name, value in columns.items():
            setattr(row, name, value)
