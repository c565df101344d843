"""The day's lot: who is drawn today, alike whenever it is asked."""

import numpy as np
from numpy.typing import NDArray

from rapport.rounds.desk import Desk


def lots(desk: Desk, places: NDArray[np.int64]) -> NDArray[np.uint64]:
    """A number for each of these places of the desk, another order every day: splitmix64 (Steele, Lea & Flood 2014)
    of the person's number, begun anew for each member and day."""
    begin = np.uint64((desk.seed * 1_000_003 + desk.day) % 2**32) << np.uint64(32)
    mixed = (desk.table["number"][places].astype(np.uint64) + begin) * np.uint64(0x9E3779B97F4A7C15)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    drawn: NDArray[np.uint64] = mixed ^ (mixed >> np.uint64(31))
    return drawn
