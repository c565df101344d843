"""Names that fit. A name alone is only ever asked about; a full name and a second hint take one click."""

from collections.abc import Iterator
from typing import NamedTuple

from rapport.likeness.conflicts import Conflict
from rapport.likeness.fits import Fit
from rapport.likeness.meeting import POSSIBLE, Meeting, Verdict
from rapport.likeness.record import Stage


class _Way(NamedTuple):
    """How a fit is taken with a hint (one of `hints`, any if empty), and its weight without one; 0: not at all."""

    code: str
    stage: Stage
    weight: float
    alone: float
    hints: frozenset[str] = frozenset()


_STRONG = frozenset({"birthday", "address", "handle", "organization", "company_host", "host"})
_WAYS = {
    Fit.SAME: _Way("same_name", "one_click", 0.95, 0.6),
    Fit.SHORT: _Way("short_form", "one_click", 0.85, 0.5),
    Fit.MIDDLE: _Way("middle_name", "asked", 0.8, 0.55),
    Fit.NEAR: _Way("near_name", "asked", 0.75, 0.5),
    Fit.INITIAL: _Way("initial", "asked", 0.7, 0.3),
    Fit.ROMANISED: _Way("romanised", "asked", 0.7, 0),
    Fit.ONE_WORD: _Way("one_word", "asked", 0.6, 0, _STRONG),
    Fit.PART: _Way("part_of_name", "asked", 0.5, 0, _STRONG),
    Fit.GIVEN: _Way("given_name", "asked", 0.5, 0, frozenset({"birthday", "address", "handle"})),
}
# Found on two platforms under one handle, a name that is not quite the same is no coincidence.
_FITTING_A_HANDLE = frozenset({Fit.SHORT, Fit.MIDDLE, Fit.INITIAL, Fit.PART})
DEMOTED = 0.5


def by_name(meeting: Meeting) -> Iterator[Verdict]:
    """Nothing here is automatic, and nothing is said of father and son."""
    way = _WAYS.get(meeting.fit)
    if way is None or meeting.is_another_generation or (way.stage == "asked" and _is_improbable(meeting)):
        return
    hint = meeting.hint()
    if hint and (not way.hints or hint in way.hints):
        doubt = _doubt(meeting)
        stage: Stage = "one_click" if hint == "handle" and meeting.fit in _FITTING_A_HANDLE else way.stage
        if doubt:
            yield Verdict("asked", f"{way.code}+{hint}+{doubt}", min(way.weight, DEMOTED))
        else:
            yield Verdict(stage, f"{way.code}+{hint}", way.weight)
    elif way.alone and _may_stand_alone(meeting):
        yield Verdict("asked", way.code, way.alone)


def _doubt(meeting: Meeting) -> str:
    """Why a hint is not enough here; empty if it is."""
    if meeting.conflict & Conflict.PAGE:
        return "other_page"
    if meeting.conflict & Conflict.HALF_GENERATION:
        return "generation"
    if meeting.conflict & Conflict.REACH:
        return "other_reach"
    if _is_improbable(meeting):
        return "unlike_rest"
    return "namesake" if meeting.world.is_ambiguous(meeting.one, meeting.other) else ""


def _is_improbable(meeting: Meeting) -> bool:
    return meeting.finding is not None and meeting.finding.likelihood < POSSIBLE


def _may_stand_alone(meeting: Meeting) -> bool:
    """Two pages on one platform are reason enough not to ask about names that are merely close."""
    if meeting.fit is Fit.INITIAL:
        return _is_only_bearer(meeting) and not meeting.conflict
    return meeting.fit is Fit.SAME or not meeting.conflict & ~Conflict.REACH


def _is_only_bearer(meeting: Meeting) -> bool:
    """Whether the book has one name only that J. Smith could stand for."""
    names = [name for each in (meeting.one, meeting.other) for name in each.full_names]
    full = [name for name in names if len(name.words[0]) > 1]
    return all(meeting.world.spelled[name.words[0][0] + name.words[-1]] <= 2 for name in full)
