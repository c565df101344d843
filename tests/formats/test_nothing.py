"""What means nothing in a cell, and who is really called so."""

import pytest

from rapport.formats import nothing


@pytest.mark.parametrize(
    ("parts", "known"),
    [
        (("NULL", "NULL"), ("", "")),
        (("none", ""), ("", "")),
        (("N/A", "-"), ("", "")),
        (("null", "#N/A"), ("", "")),
        (("Anna", "Null"), ("Anna", "Null")),
        (("Anna", "NULL"), ("Anna", "NULL")),
        (("Anna", "N/A"), ("Anna", "")),
        (("-", "Okafor"), ("", "Okafor")),
        (("Nan", "Na"), ("Nan", "Na")),
    ],
)
def test_nobody_is_called_nothing_but_some_are_called_null(parts, known):
    assert nothing.name_parts(*parts) == known


def test_a_name_in_one_cell_is_nothing_only_as_a_whole():
    assert nothing.name("NULL NULL") == nothing.name("n/a") == ""
    assert nothing.name("Anna Null") == "Anna Null"
    assert nothing.name("Jean - Luc") == "Jean - Luc"


def test_other_cells_are_nothing_as_a_whole():
    assert nothing.cell(" NULL ") == nothing.cell("-") == ""
    assert nothing.cell("None of us") == "None of us"
