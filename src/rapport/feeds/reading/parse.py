"""RSS, Atom and JSON Feed as plain entries; of a page, where its feed is. Knows no Django.

Run in the confined process only. No entity is ever expanded beyond XML's own five: a document that declares one is
refused.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from typing import Any
from xml.parsers import expat

MOST_ENTRIES, LONGEST, DEEPEST = 50, 500, 60  # entries; signs of a title or address; elements within elements
MOST_TAGS, LEAD = 10, 400  # of an entry; signs of its beginning
FEEDS = ("application/atom+xml", "application/rss+xml", "application/feed+json", "application/json")
_ITEMS, _WHOLES = ("item", "entry"), ("channel", "feed", "rss", "RDF")
_DATES = ("pubDate", "published", "updated", "date", "issued", "modified")
_LEADS = ("description", "summary", "encoded", "content")
_KEYS = {"guid": "id", "id": "id", "link": "link", "title": "title"}
_KEYS |= dict.fromkeys(_DATES, "date") | dict.fromkeys(_LEADS, "lead")


class NoFeedError(ValueError):
    """It is neither a feed nor a page that names one; or one made to do harm."""


@dataclass(frozen=True)
class Item:
    """`at` is an ISO moment in UTC, empty where none is told; `lead` how it begins, in plain words."""

    ident: str
    title: str
    href: str
    at: str = ""
    lead: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Read:
    """A feed's title and entries; or `feed_at`, the address (perhaps relative) of the feed that a page names."""

    title: str = ""
    items: list[Item] = field(default_factory=list)
    feed_at: str = ""


def parse(body: bytes) -> Read:
    """Whatever this is, by what stands in it. Raises `NoFeedError`."""
    start = body[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{"):
        return _json(body)
    lowered = start.lower()
    if lowered.startswith((b"<!doctype html", b"<html")) or (b"<html" in lowered and b"<rss" not in lowered):
        return _page(body)
    return _xml(body)


def _json(body: bytes) -> Read:
    try:
        feed = json.loads(body)
    except (ValueError, RecursionError) as wrong:
        raise NoFeedError from wrong
    if not isinstance(feed, dict) or "jsonfeed.org" not in str(feed.get("version", "")):
        raise NoFeedError
    items = feed.get("items")
    found = [one for one in items if isinstance(one, dict)] if isinstance(items, list) else []
    told = [_item(_of_json(one)) for one in found[:MOST_ENTRIES]]
    return Read(_short(str(feed.get("title") or "")), [one for one in told if one is not None])


def _of_json(one: dict[str, Any]) -> dict[str, str]:
    tags = one.get("tags")
    lead = str(one.get("summary") or one.get("content_text") or one.get("content_html") or "")
    return {
        "id": str(one.get("id") or ""),
        "link": str(one.get("url") or one.get("external_url") or ""),
        "title": str(one.get("title") or lead),
        "date": str(one.get("date_published") or one.get("date_modified") or ""),
        "lead": lead,
        "tags": "\n".join(map(str, tags[:MOST_TAGS])) if isinstance(tags, list) else "",
    }


def _xml(body: bytes) -> Read:
    reader = _XmlFeed()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler, parser.EntityDeclHandler = reader.text, reader.entity
    try:
        parser.Parse(body, True)
    except (expat.ExpatError, ValueError, LookupError) as wrong:
        raise NoFeedError from wrong
    if not reader.is_feed:
        raise NoFeedError
    told = [_item(found) for found in reader.found]
    return Read(_short(reader.title), [one for one in told if one is not None])


class _XmlFeed:
    """RSS of all ages and Atom look alike from here: items with a title, a link, an id and a date."""

    def __init__(self) -> None:
        self.path: list[str] = []
        self.title, self.found, self.is_feed = "", list[dict[str, str]](), False
        self._item: dict[str, str] | None = None
        self._depth, self._said = 0, ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        if not self.path:
            self.is_feed = local in ("rss", "feed", "RDF")
        self.path.append(local)
        if len(self.path) > DEEPEST:
            raise NoFeedError
        self._said = ""
        if local in _ITEMS and self._item is None and len(self.found) < MOST_ENTRIES:
            self._item, self._depth = {}, len(self.path)
        elif self._item is not None and self._is_own():
            if local == "link" and "href" in attributes and attributes.get("rel", "alternate") == "alternate":
                self._item.setdefault("link", attributes["href"])
            elif local == "category" and attributes.get("term"):
                self._tag(attributes["term"])

    def text(self, said: str) -> None:
        if len(self._said) < 4 * LONGEST:
            self._said += said

    def end(self, _name: str) -> None:
        local, said = self.path[-1], self._said.strip()
        if self._item is not None and len(self.path) == self._depth:
            self.found.append(self._item)
            self._item = None
        elif self._item is not None and self._is_own() and said:
            if local in ("category", "subject"):
                self._tag(said)
            elif key := _KEYS.get(local):
                self._item.setdefault(key, said)
        elif self._item is None and local == "title" and self.path[-2:-1] and self.path[-2] in _WHOLES:
            self.title = self.title or said
        self.path.pop()
        self._said = ""

    def entity(self, *_: Any) -> None:
        raise NoFeedError

    def _tag(self, said: str) -> None:
        if self._item is not None and self._item.get("tags", "").count("\n") < MOST_TAGS:
            self._item["tags"] = self._item.get("tags", "") + " ".join(said.split())[:100] + "\n"

    def _is_own(self) -> bool:
        """Right inside an item, not in something it quotes."""
        return self._item is not None and len(self.path) == self._depth + 1


def _item(found: dict[str, str]) -> Item | None:
    href = found.get("link") or (found.get("id", "") if found.get("id", "").startswith("http") else "")
    if not href.startswith(("http://", "https://", "/")) or len(href) > LONGEST:
        return None
    return Item(
        ident=(found.get("id") or href)[:LONGEST],
        title=_short(found.get("title", "")),
        href=href,
        at=_moment(found.get("date", "")),
        lead=_short(found.get("lead", ""), LEAD),
        tags=tuple(tag[:100] for tag in found.get("tags", "").split("\n") if tag)[:MOST_TAGS],
    )


def _moment(said: str) -> str:
    for read in (parsedate_to_datetime, _iso):
        try:
            at = read(said.strip())
            at = at.replace(tzinfo=UTC) if at.tzinfo is None else at
            return at.astimezone(UTC).isoformat(timespec="seconds")
        except (ValueError, TypeError, OverflowError, IndexError):
            continue
    return ""


def _iso(said: str) -> datetime:
    return datetime.fromisoformat(said)


def _short(text: str, most: int = 200) -> str:
    """Words of a text that may be HTML, on one line."""
    line = " ".join("".join(_Words.of(text)).split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


_APART = frozenset("p br div li h1 h2 h3 h4 td blockquote".split())  # words on either side of these are two


class _Words(HTMLParser):
    @classmethod
    def of(cls, text: str) -> Iterator[str]:
        if "<" not in text and "&" not in text:
            return iter([text])
        reader = cls()
        reader.feed(text[: 4 * LONGEST])
        reader.close()
        return iter(reader.said)

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._is_silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_silent = tag in ("script", "style")
        self.said.append(" " if tag in _APART else "")

    def handle_endtag(self, tag: str) -> None:
        self._is_silent = False

    def handle_data(self, data: str) -> None:
        if not self._is_silent:
            self.said.append(data)


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.feeds: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        is_other = tag == "link" and "alternate" in told.get("rel", "").lower().split()
        if is_other and told.get("type", "").lower() in FEEDS and told.get("href"):
            self.feeds.append(told["href"][:LONGEST])


def _page(body: bytes) -> Read:
    reader = _Links()
    reader.feed(body[:500_000].decode("utf-8", "replace"))
    if not reader.feeds:
        raise NoFeedError
    return Read(feed_at=next((one for one in reader.feeds if "comment" not in one.lower()), reader.feeds[0]))
