"""The product's rules in the shapes that outside evaluation scripts ask for: tables of rows, arrays of days.

`rows` is a table whose columns `_gap` (days of silence) and `_nd` (contact days) have `.values`; a tie has the sorted
arrays `out` and `inn` (days, with fractions).
"""

from typing import Any

import numpy as np

from rapport.network.closeness import Graph, closest, freshness
from rapport.ties.odds import GET_BACK, LAPSE
from rapport.ties.strength import Course, Floats
from rapport.ties.strength import strength as strength_of
from rapport.topics.nearness import Nearness, Scores

_indexes: dict[tuple[str, ...], Nearness] = {}


def nudge(rows: Any, horizon: float) -> Floats:
    """Whom to get back to first."""
    return GET_BACK.many_log_odds(rows._gap.values, rows._nd.values.astype(float), horizon)  # noqa: SLF001


def lapse(rows: Any, horizon: float) -> Floats:
    """Which tie lapses first."""
    return LAPSE.many_log_odds(rows._gap.values, rows._nd.values.astype(float), horizon)  # noqa: SLF001


def strength(tie: Any, now: float) -> float:
    """The strength of a tie on a day, from the days before it."""
    today = int(now)
    out, inn = ({int(day) for day in days if day < today} for days in (tie.out, tie.inn))
    course = Course.rebuilt((day, day in out, day in inn) for day in out | inn)
    return strength_of(course.lscore, course.last_in, today)


def interest(question: str, labels: list[str]) -> Scores:
    """How near each label is to a word; the index is kept while the labels stay the same."""
    key = tuple(labels)
    if key not in _indexes:
        _indexes.clear()
        _indexes[key] = Nearness([[label] for label in labels])
    return np.asarray(_indexes[key].scores(question))


def meet(train: Any, now: float, attributes: Any, asked: Any) -> Floats:
    """Whom to meet: a row of scores for each node of `asked`, a column for each node. `train` has the connections,
    each once: `s`, `d`, the first and the last day `t` and `last`, how often `n`."""
    one, other = train.s.values.astype(np.int64), train.d.values.astype(np.int64)
    size = int(max(one.max(), other.max())) + 1
    fresh = freshness(now - train["last"].values, now - train.t.min(), train.n.values.astype(float))
    graph = Graph.of(one, other, fresh, size)
    scores = np.zeros((len(asked), size))
    for row, node in enumerate(asked):
        found, score = closest(int(node), graph.look)
        scores[row, found] = score
    return scores
