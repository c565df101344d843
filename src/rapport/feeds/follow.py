"""Following what a person of one's book writes elsewhere, and reading it hour by hour."""

from datetime import datetime, timedelta
from hashlib import blake2b
from urllib.parse import urljoin

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from rapport.feeds.models import Article, Blog
from rapport.feeds.reading.confined import read
from rapport.feeds.reading.parse import Item, NoFeedError, Read
from rapport.kit.cleaning import one_line
from rapport.kit.http import Fetched, NotFetched, fetch
from rapport.kit.reachable import target
from rapport.people.models import Person

MOST_BLOGS, MOST_BYTES, KEPT = 500, 2_000_000, 50
HOUR, LONGEST_WAIT = timedelta(hours=1), timedelta(days=7)
_GONE = gettext_noop("It is gone for good; nothing is asked there any more.")
_NO_FEED = gettext_noop("There is no feed that can be read; it is tried again.")
_AWAY = gettext_noop("It does not answer at the moment; it is tried again.")


class NotFollowedError(ValueError):
    """Nothing was kept; the text is one plain sentence."""


@transaction.atomic
def follow(*, person: Person, url: str, now: datetime) -> Blog:
    """Read from now on what stands at this address, of this person. It is asked for the first time by the worker."""
    url = one_line(url)
    url = url if "://" in url else f"https://{url}"
    if not is_address(url):
        raise NotFollowedError(_("Write the address of a page: https://…"))
    if Blog.objects.filter(book=person.book).count() >= MOST_BLOGS:
        raise NotFollowedError(_("You follow %(most)s blogs; end one first.") % {"most": MOST_BLOGS})
    known = Blog.objects.filter(person=person, url=url).first()
    return known or Blog.objects.create(book=person.book, person=person, url=url, feed=url, due_at=now)


def is_address(url: str) -> bool:
    """Whether this names a page that may be asked for."""
    try:
        return len(url) <= 500 and " " not in url and bool(target(url))
    except ValueError:
        return False


def read_one(blog: Blog, *, now: datetime) -> None:
    """Ask once, outside of any transaction, and keep what is new; however it ends, the next time is set."""
    try:
        answer = _ask(blog)
        if answer.status == 410:
            _settle(blog, due_at=None, trouble=_GONE, misses=0)
        elif answer.status == 304:
            _settle(blog, due_at=now + HOUR, trouble="", misses=0)
        elif answer.status != 200:
            _miss(blog, _AWAY, now)
        else:
            _take(blog, answer, read(answer.body), now)
    except NoFeedError:
        _miss(blog, _NO_FEED, now)
    except NotFetched as wrong:
        _miss(blog, _AWAY if wrong.is_passing else str(wrong)[:200], now)


def _ask(blog: Blog) -> Fetched:
    known = {"If-None-Match": blog.etag, "If-Modified-Since": blog.modified}
    return fetch(
        blog.feed, accept=(), most_bytes=MOST_BYTES, headers={name: value for name, value in known.items() if value}
    )


def _take(blog: Blog, answer: Fetched, told: Read, now: datetime) -> None:
    if told.feed_at:
        feed = urljoin(answer.url, told.feed_at)
        if feed == blog.feed or not feed.startswith(("http://", "https://")) or len(feed) > 500:
            raise NoFeedError
        _settle(blog, feed=feed, etag="", modified="", due_at=now, trouble="")
        return
    with transaction.atomic():
        rows = [_article(blog, one, answer.url, now) for one in told.items]
        Article.objects.bulk_create((row for row in rows if row is not None), ignore_conflicts=True)
        kept = Article.objects.filter(blog=blog).order_by("-published_at", "-pk").values_list("pk", flat=True)
        Article.objects.filter(pk__in=list(kept[KEPT:])).delete()
        _settle(
            blog,
            feed=answer.moved_to or blog.feed,
            title=one_line(told.title)[:200],
            etag=answer.headers.get("ETag", "")[:300],
            modified=answer.headers.get("Last-Modified", "")[:80],
            due_at=now + HOUR,
            trouble="",
            misses=0,
        )


def _article(blog: Blog, one: Item, base: str, now: datetime) -> Article | None:
    url = urljoin(base, one.href)
    if not url.startswith(("http://", "https://")) or len(url) > 500:
        return None
    at = datetime.fromisoformat(one.at) if one.at else now
    ident = blake2b(one.ident.encode("utf-8", "replace"), digest_size=16).hexdigest()
    title = one_line(one.title)[:200] or url[:200]
    return Article(blog=blog, ident=ident, title=title, url=url, published_at=min(at, now))


def _miss(blog: Blog, trouble: str, now: datetime) -> None:
    """Each time in a row it waits twice as long, a week at most."""
    wait = min(HOUR * 2 ** min(blog.misses, 10), LONGEST_WAIT)
    _settle(blog, due_at=now + wait, trouble=trouble, misses=min(blog.misses + 1, 1000))


def _settle(blog: Blog, **columns: object) -> None:
    Blog.objects.filter(pk=blog.pk).update(**columns)
