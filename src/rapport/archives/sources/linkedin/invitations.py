"""Invitations.csv: who asked whom to connect, when, and with which words."""

import re
from collections.abc import Iterator

from rapport.archives.facts import Fact, Handle, Met, Party, PersonFact, TalkFact, When
from rapport.archives.handles import linkedin_handle, linkedin_slug
from rapport.archives.sources.linkedin.known import Known
from rapport.archives.sources.linkedin.page import Page

_COLUMNS = ("from", "to", "message", "direction", "inviterprofileurl", "inviteeprofileurl")
_KNOWN = frozenset({*_COLUMNS, "sent at"})
_STOCK = re.compile(
    r"(hi|hello|dear)?[\s,]*[\w .'-]{0,60}[\s,!.]*i(?:'|\u2019)?d like to "
    r"(add you to my|join your) (professional|linkedin) network( on linkedin)?[.!\s]*([-\u2013]?\s*[\w .'-]{0,60})?",
    re.IGNORECASE,
)


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
    return Met(words, when) if words and not _STOCK.fullmatch(words) else None
