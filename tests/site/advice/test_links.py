from types import SimpleNamespace

import numpy as np
import pytest

from rapport.site.advice.judges import meet
from rapport.site.advice.links import hits, pairs
from rapport.site.advice.traffic import Traffic


def traffic(*met: tuple[int, int, float]) -> Traffic:
    sender, receiver, at = (np.array(column) for column in zip(*sorted(met, key=lambda one: one[2]), strict=True))
    return Traffic(sender.astype(int), receiver.astype(int), at.astype(float), None)


def test_who_met_whom_is_one_pair_whoever_wrote() -> None:
    met = pairs(np.array([1, 2, 3]), np.array([2, 1, 1]), np.array([5.0, 2.0, 9.0]))
    assert met.one.tolist() == [1, 1]
    assert met.other.tolist() == [2, 3]
    assert (met.first.tolist(), met.last.tolist(), met.count.tolist()) == ([2.0, 9.0], [5.0, 9.0], [2, 1])


def test_a_friend_of_friends_met_later_is_a_hit() -> None:
    ring = [(n, (n + step) % 12, float(n)) for n in range(12) for step in (1, 2)]
    assert hits(traffic(*ring, *((n, (n + 3) % 12, 50.0) for n in range(6)))) == 1.0


def test_the_judge_scores_everybody_but_those_known() -> None:
    train = SimpleNamespace(
        s=SimpleNamespace(values=np.array([0, 1]), max=lambda: 1),
        d=SimpleNamespace(values=np.array([1, 2]), max=lambda: 2),
        t=np.array([0.0, 1.0]),
        n=SimpleNamespace(values=np.array([1, 1])),
    )
    table = {"last": SimpleNamespace(values=np.array([1.0, 1.0]))}
    frame = type("Frame", (), {**vars(train), "__getitem__": lambda _, key: table[key]})()
    scores = meet(frame, 10.0, None, [0])
    assert scores.shape == (1, 3)
    assert scores[0] == pytest.approx([0.0, 0.0, 0.4])
