"""The archive read whole: first whose it is and who is who, then file by file in the order of `KINDS`."""

from collections.abc import Callable, Iterator

from rapport.formats.facts import DroppedFact, Fact, SkippedFact, When
from rapport.formats.files import Member, Refused
from rapport.readers.source import Choices
from rapport.readers.sources.linkedin import (
    address_book,
    connections,
    events,
    interests,
    invitations,
    messages,
    notes,
    owner,
    posts,
    profile,
    stays,
    vouches,
)
from rapport.readers.sources.linkedin.kinds import KINDS, Found, find, is_unopened
from rapport.readers.sources.linkedin.known import Known
from rapport.readers.sources.linkedin.page import Page
from rapport.readers.sources.linkedin.roster import Roster
from rapport.readers.sources.linkedin.survey import Survey

NO_HEADING = "no row with the names of LinkedIn's columns was found in it: download the archive again"
UNOPENED = "files that say nothing of a relationship, left unopened"

_READERS: dict[str, Callable[[Page, Known], Iterator[Fact]]] = {
    "profile": profile.names,
    "addresses": profile.addresses,
    "numbers": profile.numbers,
    "positions": stays.read,
    "education": stays.read,
    "connections": connections.read,
    "invitations": invitations.read,
    "notes": notes.read,
    "endorsed by": vouches.endorsed_by,
    "endorsed": vouches.endorsed,
    "recommended": vouches.recommended,
    "recommended by": vouches.recommended_by,
    "messages": messages.read,
    "address book": address_book.read,
    "member follows": interests.members,
    "company follows": interests.companies,
    "hashtags": interests.hashtags,
    "targeting": interests.groups,
    "shares": posts.shares,
    "comments": posts.comments,
    "reactions": posts.reactions,
    "links": posts.links,
    "events": events.read,
}


def read(members: list[Member], choices: Choices) -> Iterator[Fact]:
    """All facts of the archive. Raises `Refused` when none of its files can be read at all."""
    unopened = [member for member in members if is_unopened(member)]
    pages, broken = _pages([member for member in members if not is_unopened(member)], choices)
    if not pages:
        raise Refused(f"{broken[0][0]}: {broken[0][1]}." if broken else "There is no file of LinkedIn's in it.")
    for where, why in broken:
        yield DroppedFact(where, why)
    if unopened:
        yield SkippedFact(UNOPENED, len(unopened))
    known = _learnt(pages, choices)
    yield from known.owner.told()
    for kind in KINDS:
        for page in pages.get(kind.word, ()):
            yield from _facts(page, known)


def _facts(page: Page, known: Known) -> Iterator[Fact]:
    try:
        for fact in _READERS[page.kind.word](page, known):
            yield fact
            if page.table.has_complaints:
                yield from page.table.drain()
        yield from page.closing()
    except Refused as refusal:
        yield DroppedFact(page.table.file, str(refusal))


def _pages(members: list[Member], choices: Choices) -> tuple[dict[str, list[Page]], list[tuple[str, str]]]:
    """The open pages by kind, and (file, reason) of each that could not be opened."""
    pages: dict[str, list[Page]] = {}
    broken: list[tuple[str, str]] = []
    for member in members:
        try:
            match find(member, choices.encoding):
                case Found(_, kind, heading) if heading is not None:
                    pages.setdefault(kind.word, []).append(Page(member, kind, heading, choices))
                case Found():
                    member.head(1)
                    broken.append((member.path, NO_HEADING))
        except Refused as refusal:
            broken.append((member.path, str(refusal).rstrip(".")))
    return pages, broken


def _learnt(pages: dict[str, list[Page]], choices: Choices) -> Known:
    roster, survey, own = Roster(), Survey(), stays.Stays()
    try:
        for page in (*pages.get("positions", ()), *pages.get("education", ())):
            own.learn(page)
        for page in pages.get("connections", ()):
            roster.learn_connections(page)
        if _is_survey_needed(pages):
            for page in pages.get("messages", ()):
                survey.look(page)
    except Refused:
        pass  # told when that file's turn comes
    roster.learn_senders(survey.senders)
    as_of = When(roster.newest, "day") if len(roster.newest) == 10 else None
    return Known(owner.found(pages, survey, choices), roster, choices, as_of, own)


def _is_survey_needed(pages: dict[str, list[Page]]) -> bool:
    """Links on every row, and invitations that name the owner's own, make the look through all messages needless."""
    lists = [*pages.get("connections", ()), *pages.get("messages", ())]
    has_links = all(page.has("url") or page.has("recipient profile urls") for page in lists)
    has_owner = any(page.has("inviterprofileurl") for page in pages.get("invitations", ()))
    return not (has_links and has_owner)
