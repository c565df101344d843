"""Candidates for acts on the hub: they are about members, who need not stand in the book."""

from collections.abc import Sequence

from rapport.rounds.compose import Candidate, Lane, Slot
from rapport.rounds.desk import Desk


def hub_act(
    desk: Desk,
    kind: str,
    number: int,
    kept: object,
    *,
    worth: float,
    minutes: int,
    slot: Slot = Slot.OPEN,
    lane: Lane = "likely",
    among: int | None = None,
) -> Candidate:
    """One act of `kind` about the row `number` of the hub, of the table `among` several; `kept` is what its telling
    needs."""
    key = f"{kind}:{number}" if among is None else f"{kind}:{number}:{among}"
    desk.kept[key] = kept
    order = ("", number)
    return Candidate(key=key, kind=kind, people=(), slot=slot, lane=lane, worth=worth, minutes=minutes, order=order)


def falling(worths: float, place: int, of: Sequence[object]) -> float:
    """The first of many is worth it whole, the last half of it."""
    return worths * (1 - 0.5 * place / max(len(of), 1))
