"""messages.csv: who wrote to whom, when, and what."""

import re
from collections.abc import Iterator
from hashlib import sha1
from typing import NamedTuple

from unidecode import unidecode

from rapport.formats.facts import Fact, Party, TalkFact, When
from rapport.formats.handles import linkedin_slug
from rapport.formats.table import Row
from rapport.readers.sources.linkedin.known import Known
from rapport.readers.sources.linkedin.page import Page
from rapport.readers.sources.linkedin.roster import fold

_REMEMBERED = 50_000  # messages of one conversation
BROADCAST = 50  # more people than this in one conversation: not written to anybody in particular
GONE = frozenset(
    "|linkedin member|linkedin-mitglied|membre de linkedin|miembro de linkedin|usuario do linkedin|usuário do linkedin|"
    "utente linkedin|linkedin-lid|linkedin-medlem".split("|")
)
_COLUMNS = (
    "conversation id", "conversation title", "from", "sender profile url", "to", "recipient profile urls", "subject",
    "content", "folder", "is message draft", "is conversation draft", "direction",
)  # fmt: skip
_KNOWN = frozenset({*_COLUMNS, "date", "attachments"})


class Cells(NamedTuple):
    """The cells of a row by name, in the order of `_COLUMNS`."""

    conversation: str
    title: str
    sender: str
    sender_url: str
    to: str
    to_urls: str
    subject: str
    text: str
    folder: str
    is_draft: str
    is_in_draft: str
    way: str


class Other(NamedTuple):
    key: str
    slug: str
    name: str


def read(page: Page, known: Known) -> Iterator[Fact]:
    yield from page.unknown_columns(_KNOWN)
    yield from _Messages(page, known).read()


class _Messages:
    """The file while it is read."""

    def __init__(self, page: Page, known: Known) -> None:
        self._page, self._known, self._keys = page, known, _Keys()
        self._places = [page.place(column) for column in _COLUMNS]

    def read(self) -> Iterator[Fact]:
        for row in self._page:
            cells = Cells(*(row.cells[place] for place in self._places))
            slug = linkedin_slug(cells.sender_url)
            if why := _left_out(cells, slug):
                self._page.skip(why)
                continue
            is_out = cells.way.casefold() == "outgoing" or (not cells.way and self._is_me(slug, cells.sender))
            sender = None if is_out else Other(self._known.key(slug, cells.sender), slug, cells.sender)
            receivers = _receivers(cells, self._known)
            if sender or receivers:
                yield from self._talk(row, cells, sender, receivers)
            else:
                self._page.skip("messages to deleted accounts" if fold(cells.to) in GONE else "messages to nobody else")

    def _is_me(self, slug: str, name: str) -> bool:
        return self._known.owner.is_me(slug, name)

    def _talk(self, row: Row, cells: Cells, sender: Other | None, receivers: list[Other]) -> Iterator[Fact]:
        """The message, and whoever in it was not told yet. In a group only the writer touches the owner; but all
        share a named group."""
        others = [sender, *(other for other in receivers if other.key != sender.key)] if sender else receivers
        thread = cells.title if len(others) > 1 else ""
        for other in others if thread or not sender else [sender]:
            yield from self._known.mention(other.key, other.slug, other.name, thread)
        when = self._page.when(row)
        date = when.text if when else row.cells[self._page.dated_at]
        yield TalkFact(
            self._keys.key(cells, date, sender.key if sender else "me"),
            "message",
            "linkedin",
            when or When("", "unknown"),
            (Party(sender.key, "in"),) if sender else tuple(Party(other.key, "out") for other in receivers),
            subject=cells.subject,
            text=cells.text,
            thread=thread,
            is_mass=len(others) > BROADCAST,
        )


def _left_out(cells: Cells, slug: str) -> str:
    """Why a message is left out by design; empty for one that counts."""
    if cells.folder.casefold() in ("spam", "trash"):
        return cells.folder.casefold()
    if "yes" in (cells.is_draft.casefold(), cells.is_in_draft.casefold()):
        return "drafts"
    if slug:
        return ""
    if "spinmail-quill" in cells.text[:300] or "%FIRSTNAME%" in cells.text[:2000]:
        return "sponsored messages"
    return "messages of deleted accounts" if fold(cells.sender) in GONE else ""


def _receivers(cells: Cells, known: Known) -> list[Other]:
    """Everybody a message went to but the owner. Links are told apart by commas, names only where they are known."""
    is_me = known.owner.is_me
    slugs = list(dict.fromkeys(slug for url in cells.to_urls.split(",") if url and (slug := linkedin_slug(url))))
    if len(slugs) == 1:
        return [] if is_me(slugs[0], cells.to) else [Other(known.key(slugs[0], cells.to), slugs[0], cells.to)]
    names = [name for name in known.roster.split(cells.to) if fold(name) not in GONE]
    if slugs:
        pairs = zip(slugs, names if len(names) == len(slugs) else _dealt(names, slugs), strict=True)
    else:
        pairs = zip([""] * len(names), names, strict=True)
    return [Other(known.key(slug, name), slug, name) for slug, name in pairs if not is_me(slug, name)]


def _dealt(names: list[str], slugs: list[str]) -> list[str]:
    """A name for each link, both being in the same order: a new one begins where its words are in the next link;
    empty names where that does not come out even."""
    dealt: list[list[str]] = [[] for _ in slugs]
    place = 0
    for piece in ", ".join(names).split(", "):
        words = [word for word in re.findall(r"\w+", unidecode(piece).casefold()) if len(word) > 2]
        if dealt[place] and place + 1 < len(slugs) and any(word in slugs[place + 1] for word in words):
            place += 1
        dealt[place].append(piece)
    return [", ".join(pieces) for pieces in dealt] if dealt[-1] else [""] * len(slugs)


class _Keys:
    """Keys of messages: conversation, date and text, by which any archive of any year meets the same message.

    The sender is left out because links and names of people change and accounts vanish; only where two people of one
    conversation wrote the same words at the same moment is the second told apart by it.
    """

    def __init__(self) -> None:
        self._conversation = ""
        self._writers: dict[str, str] = {}

    def key(self, cells: Cells, date: str, sender: str) -> str:
        conversation = cells.conversation or "|".join(sorted((fold(cells.sender), fold(cells.to))))
        if conversation != self._conversation or len(self._writers) > _REMEMBERED:
            self._conversation, self._writers = conversation, {}
        whole = f"{conversation}\n{date}\n{cells.text}"
        digest = sha1(whole.encode(), usedforsecurity=False).hexdigest()
        writer = self._writers.setdefault(digest, sender)
        return f"message:{digest}" if writer == sender else f"message:{digest}|{sender}"
