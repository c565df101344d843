"""The tables that come with the time zone database, as rows of columns."""

from importlib import resources


def rows(table: str) -> list[list[str]]:
    """`zone.tab` (country, place, zone ...), `iso3166.tab` (country, name)."""
    text = resources.files("tzdata.zoneinfo").joinpath(table).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
