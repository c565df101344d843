from pathlib import Path

import numpy as np

from rapport.site.advice.traffic import History, histories, read


def history() -> History:
    """Out to 7 on days 1.2, 1.4 and 9, in from 8 on day 5."""
    return History(np.array([7, 7, 7]), np.array([1.2, 1.4, 9.0]), np.array([8]), np.array([5.0]), 10.0)


def test_all_alters_are_asked_at_once() -> None:
    assert list(history().before(history().any, 6.0)) == [2, 1]
    assert list(history().before(history().days, 6.0)) == [1, 1]
    assert list(history().before(history().out, 20.0)) == [3, 0]


def test_the_last_touch_before_a_moment() -> None:
    assert list(history().last(history().any, 9.0)) == [1.4, 5.0]
    assert list(history().last(history().any, 2.0)) == [1.4, -np.inf]


def test_one_alters_days() -> None:
    assert list(history().of(history().out_days, 0, 9.0)) == [1.0]
    assert list(history().of(history().in_days, 1, 9.0)) == [5.0]


def test_a_set_is_read_in_the_order_of_time(tmp_path: Path) -> None:
    (tmp_path / "temporal").mkdir()
    (tmp_path / "temporal" / "radoslaw_email.txt").write_text(
        "% asym positive\n1 2 1 172800\n3 1 1 86400\n2 2 1 90000\n1 3 1 259200\n"
    )
    traffic = read(tmp_path, "radoslaw")
    assert traffic is not None
    assert list(traffic.sender) == [3, 1, 1]
    assert list(traffic.at) == [0.0, 1.0, 2.0]
    assert [each.count for each in histories(traffic, 2, 10)] == [2]
    assert read(tmp_path, "eu") is None
