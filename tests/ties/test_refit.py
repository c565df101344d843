import numpy as np
import pytest

from rapport.ties.odds import GET_BACK, LAPSE, Weights, probabilities
from rapport.ties.refit import Past, Snapshots, fit, got_back, lapsed, refit_get_back, refit_lapse

TODAY = 740_000
BUSY = [(100 + age, TODAY - age, True) for age in range(1, 200, 5)]  # the owner writes, to ever new people


def past(rows: list[tuple[int, int, bool]]) -> Past:
    tie, day, out = zip(*rows, strict=True) if rows else ((), (), ())
    return Past(np.array(tie, np.int64), np.array(day, np.int64), np.array(out, bool))


def drawn(weights: Weights, count: int) -> Snapshots:
    random = np.random.default_rng(7)
    silence, days = random.integers(14, 200, count).astype(float), random.integers(2, 60, count).astype(float)
    chance = probabilities(weights.many_log_odds(silence, days, 28))
    return Snapshots(silence, days, random.random(count) < chance)


def test_no_past_leaves_the_shipped_weights() -> None:
    refit = refit_get_back(past([]), TODAY, 28)
    assert refit.weights == GET_BACK
    assert not refit.may_show_chance


def test_a_short_past_moves_the_level_only() -> None:
    refit = fit(drawn(Weights(-3.0, -0.775, 0.680), 500), 28, GET_BACK)
    assert (refit.weights.silence, refit.weights.days) == (GET_BACK.silence, GET_BACK.days)
    assert refit.weights.base == pytest.approx(-3.0, abs=0.4)


def test_a_long_past_moves_the_slopes_too() -> None:
    truth = Weights(-2.5, -1.1, 0.9)
    refit = fit(drawn(truth, 20_000), 28, GET_BACK)
    assert refit.weights.silence == pytest.approx(truth.silence, abs=0.15)
    assert refit.weights.days == pytest.approx(truth.days, abs=0.15)


def test_the_refitted_chance_is_as_high_as_what_came_true() -> None:
    snapshots = drawn(Weights(-4.0, -0.775, 0.680), 4000)
    refit = fit(snapshots, 28, GET_BACK)
    chances = probabilities(refit.weights.many_log_odds(snapshots.silence, snapshots.contact_days, 28))
    assert refit.may_show_chance
    assert chances.mean() == pytest.approx(snapshots.came_true.mean(), abs=0.01)


def test_only_silent_ties_with_two_days_are_looked_at() -> None:
    rows = got_back(past([*BUSY, (1, TODAY - 100, True), (1, TODAY - 90, False), (2, TODAY - 100, True)]), TODAY, 28)
    assert set(rows.contact_days) == {2.0}
    assert rows.silence.min() >= 14
    assert not rows.came_true.any()


def test_writing_within_the_horizon_came_true() -> None:
    rows = got_back(past([*BUSY, (1, TODAY - 100, True), (1, TODAY - 90, True), (1, TODAY - 20, True)]), TODAY, 28)
    assert rows.came_true[0]
    assert not rows.came_true[-1]


def test_a_time_without_any_writing_teaches_nothing() -> None:
    assert len(got_back(past([(1, TODAY - 100, True), (1, TODAY - 90, True)]), TODAY, 28).came_true) == 0


def test_a_touch_by_them_is_no_getting_back_but_no_lapse_either() -> None:
    days = [*BUSY, (1, TODAY - 60, True), (1, TODAY - 50, True), (1, TODAY - 20, False)]
    assert not got_back(past(days), TODAY, 28).came_true.any()
    assert list(lapsed(past(days), TODAY, 28).came_true) == [False, False, False, True]


def test_an_unclosed_horizon_teaches_nothing() -> None:
    assert len(got_back(past([(1, TODAY - 27, True), (1, TODAY - 26, True)]), TODAY, 28).came_true) == 0


def test_lapse_is_drawn_to_its_own_prior() -> None:
    assert refit_lapse(past([(1, TODAY - 40, True)]), TODAY, 28).weights == LAPSE
