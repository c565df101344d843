"""The hour in another place."""

from datetime import UTC, datetime

from rapport.kit.clock import elsewhere

WINTER, SUMMER = (datetime(2026, month, 19, 7, 40, tzinfo=UTC) for month in (1, 7))


def test_the_hour_is_told_where_it_is_another() -> None:
    there = elsewhere(WINTER, "Pacific/Auckland", "Europe/London")
    assert there is not None
    assert f"{there:%H:%M}" == "20:40"


def test_whoever_has_the_same_hour_today_is_not_told_it() -> None:
    assert elsewhere(WINTER, "Africa/Accra", "Europe/London") is None
    assert elsewhere(SUMMER, "Africa/Accra", "Europe/London") is not None
