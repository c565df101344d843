"""Follows, hashtags and the groups that only LinkedIn's advertising file remembers."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from rapport.formats.decoding import one_line
from rapport.formats.facts import Fact, Party, TalkFact, Taste, When
from rapport.readers.sources.linkedin.known import Known
from rapport.readers.sources.linkedin.page import Page


def members(page: Page, known: Known) -> Iterator[Fact]:
    """People the owner follows, by name only."""
    place, status = page.place("fullname"), page.place("status")
    for row in page:
        name = row.cells[place]
        if not name or row.cells[status].casefold() in ("inactive", "unfollowed", "deleted"):
            page.skip("follows that ended")
            continue
        key = known.key("", name)
        yield from known.mention(key, "", name)
        when = page.when(row) or When("", "unknown")
        yield TalkFact(f"follow:{key}", "follow", "linkedin", when, (Party(key, "out"),))


def companies(page: Page, known: Known) -> Iterator[Fact]:
    place = page.place("organization")
    for row in page:
        if name := row.cells[place]:
            yield from known.own(tastes=(Taste(name, "linkedin", "Company Follows", page.when(row)),))


def hashtags(page: Page, known: Known) -> Iterator[Fact]:
    place = page.place("hashtagurl", "hashtag", "name")
    for row in page:
        word = one_line(unquote(row.cells[place].rstrip("/").rpartition("/")[2])).lstrip("#")
        if word:
            yield from known.own(tastes=(Taste(word, "linkedin", f"#{word}", page.when(row)),))


def groups(page: Page, known: Known) -> Iterator[Fact]:
    place = page.place("member groups")
    for row in page:
        names = [name.strip() for name in re.split(r"[;|]", row.cells[place]) if name.strip()]
        yield from known.own(circles=tuple(dict.fromkeys(names)))
