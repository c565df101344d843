"""Numbers as they are typed, or sent by nobody who types."""

import pytest

from rapport.kit.cleaning import whole


@pytest.mark.parametrize(("typed", "number"), [("7", 7), ("007", 7), ("٣", 3), ("9" * 18, 10**18 - 1)])
def test_a_whole_number_is_read(typed: str, number: int) -> None:
    assert whole(typed) == number


@pytest.mark.parametrize("typed", ["", "-1", "1.5", "²", "1 ", "one", "9" * 19, "9" * 5000])
def test_all_else_is_none(typed: str) -> None:
    """Of more than 4300 digits Python reads none, and says so by an exception."""
    assert whole(typed) is None
