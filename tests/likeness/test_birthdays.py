import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.likeness.birthdays import Birthday, Closeness, closeness, read_birthday

DAYS = st.builds(Birthday, st.sampled_from([0, 1970, 1971]), st.integers(1, 12), st.integers(1, 28))


@pytest.mark.parametrize(
    ("one", "other", "close"),
    [
        ("1971-06-24", "19710624", Closeness.SAME),
        ("1971-06-24", "1971-05-24", Closeness.SLIP),
        ("1971-06-11", "1971-11-06", Closeness.SLIP),
        ("1971-06-24", "1984-06-24", Closeness.TWO_PARTS),
        ("1971-06-24", "1972-05-24", Closeness.TWO_SLIPS),
        ("1971-06-30", "1970-07-29", Closeness.NEAR),
        ("1971-06-24", "1999-01-02", Closeness.OTHER),
        ("--06-24", "1971-06-24", Closeness.TWO_PARTS),
        ("1604-06-24", "1971-06-25", Closeness.OTHER),
    ],
)
def test_how_close_two_birthdays_are(one: str, other: str, close: Closeness) -> None:
    ours, theirs = read_birthday(one), read_birthday(other)
    assert ours
    assert theirs
    assert closeness(ours, theirs) is close


@given(DAYS, DAYS)
def test_the_order_of_two_days_does_not_matter(one: Birthday, other: Birthday) -> None:
    assert closeness(one, other) is closeness(other, one)


def test_what_is_no_day_is_not_read() -> None:
    assert [read_birthday(text) for text in ("", "1971", "soon", "0000-00-00")] == [None] * 4
