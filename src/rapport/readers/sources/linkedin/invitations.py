"""Invitations.csv: who asked whom to connect, when, and with which words."""

from collections.abc import Iterator

from rapport.formats.facts import Fact, Handle, Met, Party, PersonFact, TalkFact, When
from rapport.formats.handles import linkedin_handle, linkedin_slug
from rapport.readers.sources.linkedin.known import Known
from rapport.readers.sources.linkedin.page import Page
from rapport.readers.sources.linkedin.roster import fold

_COLUMNS = ("from", "to", "message", "direction", "inviterprofileurl", "inviteeprofileurl")
_KNOWN = frozenset({*_COLUMNS, "sent at"})
_STOCK = (
    "i'd like to add you to my professional network",
    "i'd like to join your professional network",
    "i'd like to join your linkedin network",
    "i'd like to connect with you",
)
_AROUND = 60  # letters: a greeting, "on LinkedIn", and a name below


def read(page: Page, known: Known) -> Iterator[Fact]:
    places = [page.place(column) for column in _COLUMNS]
    yield from page.unknown_columns(_KNOWN)
    for row in page:
        sender, receiver, words, way, sender_url, receiver_url = (row.cells[place] for place in places)
        is_out = way.casefold() == "outgoing"
        name, slug = (receiver, linkedin_slug(receiver_url)) if is_out else (sender, linkedin_slug(sender_url))
        if not name and not slug:
            page.skip("invitations of deleted accounts")
            continue
        when = page.when(row)
        key = known.key(slug, name)
        handles: tuple[Handle, ...] = (linkedin_handle(slug),) if slug else ()
        yield PersonFact(key, name, handles=handles, met=_met(words, when), is_faint=True)
        yield TalkFact(
            f"invitation:{'out' if is_out else 'in'}|{key}|{when.text[:10] if when else ''}",
            "invitation",
            "linkedin",
            when or When("", "unknown"),
            (Party(key, "out" if is_out else "in"),),
            text=words,
        )


def _met(words: str, when: When | None) -> Met | None:
    """How it began, in the words of the invitation, unless they are LinkedIn's own."""
    plain = fold(words[:1000]).replace("\u2019", "'")
    is_stock = any(stock in plain and len(plain) - len(stock) <= _AROUND for stock in _STOCK)
    return Met(words, when) if words and not is_stock else None
