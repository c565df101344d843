import numpy as np
import pytest

from rapport.ties.odds import GET_BACK, LAPSE, NoHistoryError, get_back, lapse, probabilities, probability


def test_silence_makes_getting_back_less_likely_and_days_more() -> None:
    assert get_back(14, 10, 28) > get_back(90, 10, 28)
    assert get_back(14, 10, 28) > get_back(14, 3, 28)


def test_the_formula_is_the_published_one() -> None:
    assert get_back(28, 1, 28) == pytest.approx(-2.141 - 0.775 * np.log(1.05))
    assert lapse(28, 1, 28) == pytest.approx(2.294 + 0.619 * np.log(1.05))


def test_a_tie_without_contact_days_has_no_odds() -> None:
    with pytest.raises(NoHistoryError):
        get_back(10, 0, 28)
    with pytest.raises(NoHistoryError):
        LAPSE.many_log_odds(np.array([1.0, 2.0]), np.array([3.0, 0.0]), 28)


def test_a_touch_of_tomorrow_counts_as_today() -> None:
    assert get_back(-3, 5, 28) == get_back(0, 5, 28)


def test_many_agree_with_one() -> None:
    silence, days = np.array([0.0, 5.0, 400.0]), np.array([1.0, 7.0, 90.0])
    many = GET_BACK.many_log_odds(silence, days, 28)
    assert many == pytest.approx([get_back(s, int(d), 28) for s, d in zip(silence, days, strict=True)])
    assert probabilities(many, -0.5) == pytest.approx([probability(each, -0.5) for each in many])


def test_odds_become_a_chance_even_far_out() -> None:
    assert probability(0.0) == 0.5
    assert probability(-800.0) == pytest.approx(0.0)
    assert probability(800.0) == pytest.approx(1.0)
