"""The owner's posts, comments and reactions, and links reposted or saved."""

import re
from collections.abc import Iterator
from hashlib import sha1

from rapport.formats.facts import Fact, LinkFact, Party, TalkFact, Taste, When
from rapport.formats.handles import web_url
from rapport.readers.sources.linkedin.known import Known
from rapport.readers.sources.linkedin.page import Page

_HASHTAG = re.compile(r"(?<![\w/&#])#(\w*[^\W\d]\w*)")
_BREAK = '"\n"'  # how LinkedIn writes a line break inside a post
_LEFT_OVER = re.compile(r'^"+$', re.MULTILINE)


def shares(page: Page, known: Known) -> Iterator[Fact]:
    words, link = page.place("sharecommentary"), page.place("sharedurl")
    for row in page:
        text = _LEFT_OVER.sub("", row.cells[words].replace(_BREAK, "\n")).strip()
        when = page.when(row)
        yield from _hashtags(text, when, known)
        if url := web_url(row.cells[link]):
            yield LinkFact(url, text.partition("\n")[0][:200], when)


def comments(page: Page, known: Known) -> Iterator[Fact]:
    """Comments do not say on whose post they are, but an answer opens with the name of the one who is answered."""
    words, link = page.place("message"), page.place("link")
    for row in page:
        text = row.cells[words]
        key = known.roster.named_first(text)  # as LinkedIn's own answer button writes it
        if not key:
            page.skip("comments on posts whose author the archive does not name")
            continue
        when = page.when(row)
        whole = f"{row.cells[link]}\n{row.cells[page.dated_at]}\n{text}"
        digest = sha1(whole.encode(), usedforsecurity=False).hexdigest()
        moment = when or When("", "unknown")
        yield TalkFact(f"comment:{digest}", "reply", "linkedin", moment, (Party(key, "out"),), text=text)


def reactions(page: Page, _known: Known) -> Iterator[Fact]:
    for _row in page:
        page.skip("reactions to posts whose author the archive does not name")
    yield from ()


def links(page: Page, _known: Known) -> Iterator[Fact]:
    place, title = page.place("saveditem", "link"), page.place("optiontext")
    for row in page:
        if url := web_url(row.cells[place]):
            yield LinkFact(url, row.cells[title][:200], page.when(row))


def _hashtags(text: str, when: When | None, known: Known) -> Iterator[Fact]:
    words = dict.fromkeys(word.casefold() for word in _HASHTAG.findall(text))
    yield from known.own(tastes=tuple(Taste(word, "linkedin", f"#{word}", when) for word in list(words)[:50]))
