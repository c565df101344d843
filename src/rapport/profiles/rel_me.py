"""Which addresses a page names as its owner's own: `rel="me"` on links (microformats.org, XFN)."""

from contextlib import suppress
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin

MOST = 500
"""Links of a page that are looked at."""


def says_me(page: str, base: str) -> frozenset[str]:
    """The absolute addresses that `page` (HTML, fetched from `base`) links to with rel=me, without fragments."""
    reader = _Reader(base)
    with suppress(AssertionError):  # how Python's reader gives up: what stood before counts
        reader.feed(page)
    return frozenset(reader.found)


class _Reader(HTMLParser):
    def __init__(self, base: str) -> None:
        super().__init__()
        self._base = base
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        is_mine = "me" in told.get("rel", "").lower().split()
        if tag in ("a", "link", "area") and is_mine and told.get("href") and len(self.found) < MOST:
            try:
                self.found.add(urldefrag(urljoin(self._base, told["href"].strip())).url)
            except ValueError:
                return
