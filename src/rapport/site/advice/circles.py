"""Strength and layers: does strength today foretell the owner's real circle of the next quarter?

The true circle are the five (fifteen) people with most contact days in the time to come. Ties in either order are
drawn by lot, and the mean over many draws is told.
"""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rapport.site.advice.figures import Figure, mean
from rapport.site.advice.traffic import History, Traffic, histories, read
from rapport.ties.strength import Course, Floats, strengths

SETS = ("college", "enron", "eu", "radoslaw", "rtexts")
AHEAD = 84.0
OWNERS = 120
LOOKS = 4
DRAWS = 20
REACH = {5: 0.57, 15: 0.60}


def evaluate(folder: Path) -> list[Figure]:
    """The overlap of predicted and true top 5 and top 15, for each set found and in the mean."""
    traffics = {name: traffic for name in SETS if (traffic := read(folder, name)) is not None}
    overlaps = {name: overlap(traffic) for name, traffic in traffics.items()}
    figures: list[Figure] = []
    for at, size in enumerate(REACH):
        title = f"strength, next quarter's top {size}"
        each = [Figure(title, name, float(found[at])) for name, found in overlaps.items()]
        figures += [*each, *mean(each, len(SETS), REACH[size])]
    return figures


def overlap(traffic: Traffic) -> Floats:
    """Mean overlap of the top 5 and the top 15 over owners and looks."""
    ahead = min(AHEAD, traffic.length / 4)
    draw = np.random.default_rng(0)
    found = [
        _overlap(history, now, ahead, draw)
        for history in histories(traffic, 25, OWNERS)
        for now in np.linspace(0.4 * traffic.length, traffic.length - ahead, LOOKS)
    ]
    means: Floats = np.mean([each for each in found if each is not None], axis=0)
    return means


def _overlap(history: History, now: float, ahead: float, draw: np.random.Generator) -> Floats | None:
    today, then = int(now), float(np.floor(now + ahead))
    known = np.flatnonzero(history.before(history.any, now) > 0)
    coming = (history.before(history.days, then) - history.before(history.days, today))[known]
    if len(known) < 20 or (coming >= 1).sum() < 5:
        return None
    courses = [course_of(history, int(alter), today) for alter in known]
    lscores = np.array([-np.inf if each.lscore is None else each.lscore for each in courses])
    last_ins = np.array([-np.inf if each.last_in is None else float(each.last_in) for each in courses])
    strong = strengths(lscores, last_ins, today)
    sizes = (5, int(min(15, (coming >= 1).sum())))
    draws = [[len(_top(strong, size, draw) & _top(coming, size, draw)) / size for size in sizes] for _ in range(DRAWS)]
    means: Floats = np.mean(draws, axis=0)
    return means


def course_of(history: History, alter: int, today: int) -> Course:
    """The course of one tie up to the day before `today`."""
    out, inn = (set(history.of(days, alter, today).astype(int)) for days in (history.out_days, history.in_days))
    return Course.rebuilt((int(day), day in out, day in inn) for day in out | inn)


def _top(values: NDArray[np.generic], size: int, draw: np.random.Generator) -> set[int]:
    return set(np.lexsort((draw.random(len(values)), -values.astype(float)))[:size].tolist())
