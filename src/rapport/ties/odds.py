"""How likely a silent tie comes back to life within some days, and how likely a living one lapses.

logit = base + silence x ln(s/h + .05) + days x ln D, with s = days of silence, h = horizon in days, D = contact days.
The weights were learnt by logistic regression on five public sets of mail and messages (time split, other sets held
out). They order well from the first day; the level is 1.5 to 2 times too high until refitted on the owner's own past.
"""

import math
from dataclasses import dataclass

import numpy as np

from rapport.ties.strength import Floats

SHORTEST = 0.05
"""Added to silence over horizon, so that a touch of today has a logarithm."""


class NoHistoryError(ValueError):
    """A tie without a contact day has no log-odds: it is ranked by how and when it began."""


@dataclass(frozen=True, slots=True)
class Weights:
    base: float
    silence: float
    days: float

    def log_odds(self, silence: float, contact_days: int, horizon: float) -> float:
        """One tie. Silence before zero counts as zero; no contact day is a NoHistoryError."""
        if contact_days < 1:
            raise NoHistoryError("no contact day: rank by how and when the tie began")
        return (
            self.base
            + self.silence * math.log(max(silence, 0.0) / horizon + SHORTEST)
            + self.days * math.log(contact_days)
        )

    def many_log_odds(self, silence: Floats, contact_days: Floats, horizon: float) -> Floats:
        """Many ties at once, arrays of one length; no contact day anywhere is a NoHistoryError."""
        if contact_days.size and contact_days.min() < 1:
            raise NoHistoryError("no contact day: rank by how and when the tie began")
        return (
            self.base
            + self.silence * np.log(np.maximum(silence, 0.0) / horizon + SHORTEST)
            + self.days * np.log(contact_days)
        )


GET_BACK = Weights(-2.141, -0.775, 0.680)
"""The owner writes or calls again within the horizon."""
LAPSE = Weights(2.294, 0.619, -1.135)
"""No touch either way within the horizon."""


def get_back(silence: float, contact_days: int, horizon: float, weights: Weights = GET_BACK) -> float:
    """Log-odds that the owner gets back to somebody within `horizon` days, after `silence` days."""
    return weights.log_odds(silence, contact_days, horizon)


def lapse(silence: float, contact_days: int, horizon: float, weights: Weights = LAPSE) -> float:
    """Log-odds that nothing passes either way within `horizon` days, after `silence` days."""
    return weights.log_odds(silence, contact_days, horizon)


def probability(log_odds: float, shift: float = 0.0) -> float:
    """Between 0 and 1; `shift` moves the intercept to the owner's own level (see refit)."""
    moved = log_odds + shift
    if moved >= 0:
        return 1 / (1 + math.exp(-moved))
    grown = math.exp(moved)
    return grown / (1 + grown)


def probabilities(log_odds: Floats, shift: float = 0.0) -> Floats:
    """`probability` of many."""
    moved = log_odds + shift
    grown = np.exp(-np.abs(moved))
    chances: Floats = np.where(moved >= 0, 1.0, grown) / (1 + grown)
    return chances
