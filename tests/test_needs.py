"""The table of needs: each need once, and every page and test that it names is there."""

import re
from pathlib import Path

import pytest
from django.urls import resolve

ROOT = Path(__file__).resolve().parents[1]
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (ROOT / "docs" / "needs.md").read_text("utf-8").splitlines()
    if line.startswith("| S")
]


def test_every_need_is_listed_once_and_in_order() -> None:
    assert [row[0] for row in ROWS] == [f"S{number}" for number in range(1, 91)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_need_is_served_as_the_table_says_or_not_yet(row: list[str]) -> None:
    _, _, page, test, missing = row
    if page == "not yet":
        assert not test + missing
        return
    for address in re.findall(r"`(.+?)`", page):
        resolve(address)
    assert (ROOT / test.strip("`")).is_file()
