"""Who has gone quiet, by their own rhythm; and in which order one would get back to them."""

import numpy as np
from numpy.typing import NDArray

from rapport.ties.odds import GET_BACK
from rapport.ties.strength import Floats

Flags = NDArray[np.bool_]

LEAST = 60
"""Days of silence below which nobody is quiet."""
TIMES = 2
"""So many times their usual distance between two days in touch."""
HORIZON = 28
"""Days within which one would get back to them: the round's own horizon."""


def gone_quiet(silence: Floats, contact_days: Floats, first_day: Floats, last_day: Floats) -> Flags:
    """Whether the silence (days) is long, in itself and for these two. NaN (never in touch) is not quiet.

    The usual distance is the mean gap between contact days; of one contact day there is none, and LEAST alone counts.
    """
    gaps = np.maximum(contact_days - 1, 1)
    usual = np.where(contact_days > 1, (last_day - first_day) / gaps, 0.0)
    with np.errstate(invalid="ignore"):
        found: Flags = (silence >= LEAST) & (silence >= TIMES * usual)
    return found


def in_order(silence: Floats, contact_days: Floats, wished: NDArray[np.int64]) -> NDArray[np.int64]:
    """Positions, by how strongly the owner's own wish asks for them (2, 1, or 0), then by the odds that one gets back
    to them. Equal odds keep the order given. All must have a contact day."""
    odds = GET_BACK.many_log_odds(silence, contact_days, HORIZON)
    order: NDArray[np.int64] = np.lexsort((np.arange(len(odds)), -odds, -wished))
    return order
