"""Atom (RFC 4287) with threads (RFC 4685), written out. Knows no Django."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

KIND = "application/atom+xml"
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 cannot hold


@dataclass(frozen=True)
class Replies:
    """Where the answers to an entry are told as a feed, how many there are."""

    href: str
    count: int
    updated: datetime


@dataclass(frozen=True)
class Entry:
    """`ident` never changes. `answers` is (ident, address) of what this answers."""

    ident: str
    href: str
    title: str
    html: str
    author: str
    author_href: str
    published: datetime
    updated: datetime
    tags: Sequence[str] = ()
    answers: tuple[str, str] | None = None
    replies: Replies | None = None


@dataclass(frozen=True)
class Feed:
    """`itself` is the feed's own address and identity, `href` the page it tells of."""

    itself: str
    href: str
    title: str
    updated: datetime
    entries: Sequence[Entry]


def document(feed: Feed) -> bytes:
    """The feed as UTF-8 XML."""
    parts = [
        '<?xml version="1.0" encoding="utf-8"?>\n',
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0">\n',
        _element("id", feed.itself),
        _element("title", feed.title),
        _element("updated", _moment(feed.updated)),
        f'<link rel="self" type="{KIND}" href={_attribute(feed.itself)}/>\n',
        f'<link rel="alternate" type="text/html" href={_attribute(feed.href)}/>\n',
        _element("generator", "Rapport"),
        *map(_entry, feed.entries),
        "</feed>\n",
    ]
    return "".join(parts).encode()


def _entry(entry: Entry) -> str:
    parts = [
        "<entry>\n",
        _element("id", entry.ident),
        _element("title", entry.title),
        f'<link rel="alternate" type="text/html" href={_attribute(entry.href)}/>\n',
        _element("published", _moment(entry.published)),
        _element("updated", _moment(entry.updated)),
        f"<author>{_element('name', entry.author)}{_element('uri', entry.author_href) if entry.author_href else ''}"
        "</author>\n",
        *(f"<category term={_attribute(tag)}/>\n" for tag in entry.tags),
    ]
    if entry.answers is not None:
        ref, href = map(_attribute, entry.answers)
        parts.append(f'<thr:in-reply-to ref={ref} href={href} type="text/html"/>\n')
    if entry.replies is not None:
        told = entry.replies
        parts.append(
            f'<link rel="replies" type="{KIND}" href={_attribute(told.href)} thr:count="{told.count}"'
            f' thr:updated="{_moment(told.updated)}"/>\n<thr:total>{told.count}</thr:total>\n'
        )
    parts.append(f'<content type="html">{escape(_legal(entry.html))}</content>\n</entry>\n')
    return "".join(parts)


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(_legal(text))}</{name}>\n"


def _attribute(text: str) -> str:
    return quoteattr(_legal(text))


def _legal(text: str) -> str:
    return _ILLEGAL.sub("", text)


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
