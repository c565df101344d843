"""Handles: somebody known only as oystein_b is asked about when the book knows one Øystein Bråten."""

from collections.abc import Iterator

from rapport.likeness.conflicts import Conflict
from rapport.likeness.fits import Fit
from rapport.likeness.marks import SHORTEST_HANDLE, local_words, spellings
from rapport.likeness.meeting import Meeting, Verdict, run_together
from rapport.likeness.traits import Traits, Words

# Where the names themselves already say more, handles add nothing.
UNDECIDED = frozenset(
    {Fit.UNKNOWN, Fit.PART, Fit.ONE_WORD, Fit.INITIAL, Fit.GIVEN, Fit.FAMILY_ONLY, Fit.UNSURE, Fit.ROMANISED}
)


def by_handle(meeting: Meeting) -> Iterator[Verdict]:
    """All of these are asked, and only of names that do not contradict."""
    if meeting.fit not in UNDECIDED or meeting.conflict & ~Conflict.REACH:
        return
    if meeting.same_handles():
        yield Verdict("asked", "handle", 0.7)
    if _handle_is_address(meeting.one, meeting.other) or _handle_is_address(meeting.other, meeting.one):
        yield Verdict("asked", "handle_is_address", 0.65)
    if (run_together(_locals(meeting.one)) & run_together(_locals(meeting.other))) - meeting.world.given_names:
        yield Verdict("asked", "same_address_name", 0.65)
    for bearer, named in ((meeting.one, meeting.other), (meeting.other, meeting.one)):
        if not bearer.full_names and named.full_names:
            yield from _spelling(meeting, bearer, named)


def _spelling(meeting: Meeting, bearer: Traits, named: Traits) -> Iterator[Verdict]:
    """The one without a full name has a handle or address that spells the other's; nobody else's in this book."""
    ways = _ways(named)
    if any(word in ways and meeting.world.spells_one_name(word) for word in run_together(_locals(bearer))):
        yield Verdict("asked", "address_spells_name", 0.6)
    handles = _handles(bearer)
    if any(word in ways and meeting.world.spells_one_name(word) for word in run_together(handles)):
        yield Verdict("asked", "handle_spells_name", 0.55)
    firsts = {words[0] for words in handles if len(words) > 1 and len(words[0]) > 3}
    if any(name.words[0] in firsts and meeting.world.spells_one_name(name.words[0]) for name in named.full_names):
        yield Verdict("asked", "handle_begins_with_name", 0.35)


def _handle_is_address(one: Traits, other: Traits) -> bool:
    """Guard: a first name is many people's handle and many people's address."""
    given = {name.words[0] for each in (one, other) for name in each.full_names}
    return bool((run_together(_handles(one)) & run_together(_locals(other))) - given)


def _handles(traits: Traits) -> tuple[Words, ...]:
    return traits.handles + tuple(name.words for name in traits.names if name.is_handle or not name.is_full)


def _locals(traits: Traits) -> tuple[Words, ...]:
    return tuple(local_words(email) for email in traits.personal_emails)


def _ways(named: Traits) -> set[str]:
    found: set[str] = set()
    for name in named.full_names:
        found |= spellings(name.words[0], name.words[-1]) | {"".join(name.words)}
    return {way for way in found if len(way) >= SHORTEST_HANDLE}
