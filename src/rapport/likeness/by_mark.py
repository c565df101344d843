"""Marks of one person: an address, a telephone, a profile, a source's own key, a profile that names another."""

from collections.abc import Iterator

from rapport.likeness.conflicts import Conflict
from rapport.likeness.fits import Fit
from rapport.likeness.marks import is_role
from rapport.likeness.meeting import Meeting, Verdict
from rapport.likeness.traits import Key

AGREEING = frozenset(
    {Fit.SAME, Fit.ONE_WORD, Fit.SHORT, Fit.MIDDLE, Fit.INITIAL, Fit.ROMANISED, Fit.PART, Fit.GIVEN, Fit.UNKNOWN}
)
# A telephone at home is answered by Jane Smith and John Smith, and one at work by two Michaels.
AGREEING_ON_A_PHONE = AGREEING - {Fit.INITIAL, Fit.GIVEN}
AGREEING_ON_A_SITE = frozenset({Fit.SAME, Fit.SHORT, Fit.MIDDLE})
SITES = ("web:", "site:", "blog:", "feed:", "custom:", "http:", "https:")

SURE, ONE_CLICK, DOUBTFUL, UNLIKELY = 0.99, 0.95, 0.4, 0.2


def by_source_key(meeting: Meeting) -> Iterator[Verdict]:
    """A source's own key, of one source and archive owner, is the same entry met again."""
    if set(meeting.one.record.source_keys) & set(meeting.other.record.source_keys):
        yield Verdict("automatic", "source_key", 1.0)


def by_link(meeting: Meeting) -> Iterator[Verdict]:
    """rel=me: one profile names the other as its own."""
    named = (meeting.one.links & meeting.other.urls) | (meeting.other.links & meeting.one.urls)
    for url in sorted(named):
        yield from _judged(meeting, ("url", url), "link")


def by_mark(meeting: Meeting) -> Iterator[Verdict]:
    """The same e-mail address, telephone or profile."""
    for mark in sorted(meeting.one.marks & meeting.other.marks):
        yield from _judged(meeting, mark, mark[0])


def _judged(meeting: Meeting, mark: Key, code: str) -> Iterator[Verdict]:
    kind, value = mark
    if mark in meeting.world.shared or (kind == "email" and is_role(value)):
        yield from _judged_shared(meeting, mark)
    elif meeting.is_another_generation:
        yield Verdict("asked", f"{code}+{_contradiction(meeting)}", DOUBTFUL)
    elif meeting.fit is Fit.UNLIKE:
        return
    elif meeting.fit in _agreeing(mark, code) and not meeting.conflict & Conflict.HALF_GENERATION:
        yield Verdict("automatic", code, SURE)
    else:
        yield Verdict("one_click", code, ONE_CLICK)


def _judged_shared(meeting: Meeting, mark: Key) -> Iterator[Verdict]:
    """A box that others use is a hint like any other; two unlike names on one address may be one person renamed."""
    if meeting.is_another_generation:
        return
    if meeting.fit is Fit.SAME:
        yield Verdict("one_click", f"same_name+shared_{mark[0]}", ONE_CLICK)
    elif meeting.fit is Fit.UNLIKE:
        if mark[0] != "phone" and meeting.world.holders[mark] == 2 and not (mark[0] == "email" and is_role(mark[1])):
            yield Verdict("asked", f"{mark[0]}+other_name", UNLIKELY)
    elif meeting.fit not in (Fit.UNKNOWN, Fit.UNSURE, Fit.FAMILY_ONLY):
        yield Verdict("asked", f"shared_{mark[0]}", DOUBTFUL)


def _agreeing(mark: Key, code: str) -> frozenset[Fit]:
    if mark[0] == "phone":
        return AGREEING_ON_A_PHONE
    return AGREEING_ON_A_SITE if code == "url" and mark[1].startswith(SITES) else AGREEING


def _contradiction(meeting: Meeting) -> str:
    return "other_birthday" if meeting.conflict & Conflict.BIRTHDAY else "generation"
