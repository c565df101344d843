"""Two letters on a colour, for a name of any script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.kit.naming import initials, tint


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ann Okafor", "AO"),
        ("Bo Lindqvist", "BL"),
        ("Brigid O’Daly", "BO"),
        ("Mo", "M"),
        ("Dr. Øystein Bråten", "ØB"),
        ("Mei-Ling Chan", "MC"),
        ("Cy (Cyrus) Park", "CP"),
        ("梅玲", "梅"),
        ("ليلى حداد", "لح"),
        ("ann@town.example", "A"),
        ("(Cyrus)", "C"),
        ("", "·"),
        ("!!", "·"),
    ],
)
def test_a_name_gives_its_letters(name: str, letters: str) -> None:
    assert initials(name) == letters


@given(st.text(max_size=200))
def test_any_text_gives_something_short_to_show(name: str) -> None:
    assert initials(name).strip()
    assert len(initials(name)) <= 6


def test_a_name_keeps_its_colour_however_it_is_typed() -> None:
    assert tint("Ann Okafor") == tint(" ann OKAFOR ")


def test_twelve_colours_are_all_worn() -> None:
    assert {tint(f"Person {number}") for number in range(500)} == {f"tint-{number}" for number in range(1, 13)}
