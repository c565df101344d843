"""A map in dots."""

import pytest

from rapport.kit.worldmap import Spot, _degrees, positions, world


@pytest.mark.parametrize(
    ("said", "lat", "lon"),
    [("+5130-00007", 51.5, -0.117), ("-4128+17446", -41.467, 174.767), ("+404251-0740023", 40.714, -74.006)],
)
def test_places_are_read_as_the_table_writes_them(said: str, lat: float, lon: float) -> None:
    assert _degrees(said) == pytest.approx((lat, lon), abs=0.001)


def test_all_zones_have_a_place_on_earth() -> None:
    assert len(positions()) > 300
    assert all(abs(lat) <= 90 and abs(lon) <= 180 for lat, lon in positions().values())


def test_more_people_are_a_larger_dot_and_the_smaller_lies_above() -> None:
    picture = world([Spot("Europe/Oslo", 1, "one", "#a"), Spot("Europe/London", 9, "nine", "#b")], "People")
    assert picture.index('aria-label="nine"') < picture.index('aria-label="one"')
    assert 'r="18.0"' in picture
    assert 'r="6.0"' in picture


def test_a_zone_in_no_table_has_no_dot_and_words_are_escaped() -> None:
    assert "people" not in world([Spot("Etc/GMT+12", 1, "far", "#a")], "People")
    assert "<b>" not in world([Spot("Europe/Oslo", 1, "<b>", "#a")], "<b>")
