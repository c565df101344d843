"""Records full of slips: what the weighing of all particulars found, held against what a family shares."""

from collections.abc import Iterator

from rapport.likeness.birthdays import Closeness
from rapport.likeness.conflicts import Conflict
from rapport.likeness.levels import NEAR, REMOTE, SAME, SLIP, UNLIKE
from rapport.likeness.meeting import LIKELY, POSSIBLE, Meeting, Verdict
from rapport.likeness.record import Stage

LONGEST_CODE = 40  # as a column holds it
_OF_ONE_PERSON = ("email", "address", "postcode", "locality")
_AGREEING = ("address", "postcode", "locality", "organization", "email")


def by_evidence(meeting: Meeting) -> Iterator[Verdict]:
    """Never automatic. One click where both names agree and no birthday speaks against it, otherwise asked.

    The weight is the likelihood found.
    """
    finding = meeting.finding
    if finding is None or finding.likelihood < POSSIBLE or meeting.conflict & Conflict.GENERATION:
        return
    close = finding.closeness
    given, family, birthday = close.get("given", 0), close.get("family", 0), close.get("birthday", 0)
    if not _is_personal(close) or (given == UNLIKE and not _may_be_renamed(close)):
        return  # a couple, or parent and child: they share all but what is their own
    oddity = _oddity(given, family, birthday)
    if oddity and finding.likelihood < LIKELY:
        return
    if oddity == "other_birthday" and not any(0 < close.get(field, 0) <= SLIP for field in _OF_ONE_PERSON):
        return  # father and son may share name and company
    is_whole = (
        0 < given <= NEAR
        and 0 < family <= NEAR
        and not oddity
        and not meeting.conflict & ~(Conflict.BIRTHDAY | Conflict.REACH)
    )
    stage: Stage = "one_click" if is_whole and finding.likelihood >= LIKELY else "asked"
    yield Verdict(stage, _code(close, oddity), finding.likelihood)


def _is_personal(close: dict[str, int]) -> bool:
    """Whether anything agrees that a household does not share."""
    return (
        0 < close.get("given", 0) <= REMOTE
        or 0 < close.get("birthday", 0) < Closeness.OTHER
        or 0 < close.get("email", 0) <= NEAR
    )


def _may_be_renamed(close: dict[str, int]) -> bool:
    """Another first name is believed only of somebody with the same birthday at the same place; it may be a twin."""
    is_same_home = 0 < close.get("address", 0) <= NEAR or 0 < close.get("postcode", 0) <= SLIP
    return is_same_home and 0 < close.get("birthday", 0) <= Closeness.SLIP


def _oddity(given: int, family: int, birthday: int) -> str:
    if given == UNLIKE:
        return "other_name" if family == UNLIKE else "other_given"
    if family == UNLIKE:
        return "other_family"
    return "other_birthday" if birthday == Closeness.OTHER else ""


def _code(close: dict[str, int], oddity: str) -> str:
    """What agrees, and what does not."""
    parts = [] if oddity.startswith(("other_given", "other_family", "other_name")) else _names_agreeing(close)
    birthday = close.get("birthday", 0)
    parts += {Closeness.SAME: ["birthday"], Closeness.SLIP: ["close_birthday"]}.get(Closeness(birthday), [])
    parts += [name for name in _AGREEING if 0 < close.get(name, 0) <= SLIP]
    if len(parts) < 2:
        parts.append("close_particulars")
    ending = [oddity] if oddity else []
    while len("+".join([*parts, *ending])) > LONGEST_CODE:
        parts.pop()
    return "+".join([*parts, *ending])


def _names_agreeing(close: dict[str, int]) -> list[str]:
    given, family = close.get("given", 0), close.get("family", 0)
    if given and family:
        return ["same_name" if given == family == SAME else "close_name"]
    return ["given_name"] if given == SAME else ["family_name"] if family == SAME else []
