"""Calendars in the dialects of their programs."""

from pathlib import Path

import pytest

from rapport.town import Town


def unfolded(archives: Path, path: str) -> str:
    return (archives / path).read_bytes().decode().replace("\r\n ", "")


@pytest.mark.parametrize(
    "path", ["ann/ann-okafor.ics", "mo/outlook-calendar.ics", "ann/facebook-events.ics", "mo/meetup.ics"]
)
def test_every_gathering_is_one_event(port_amaranth: Town, archives: Path, path: str) -> None:
    owner, platform = path.partition("/")[0], path.partition("/")[2].partition(".")[0].partition("-")[0]
    kind = platform if platform in ("facebook", "meetup") else "calendar"
    shown = [one for one in port_amaranth.gatherings_in[owner] if one.platform == kind]
    text = unfolded(archives, path)
    assert text.count("BEGIN:VEVENT") == len(shown) + port_amaranth.dirt.get(path, {}).get("bad_dates", 0)


def test_no_line_is_longer_than_the_standard_allows(archives: Path) -> None:
    for path in archives.rglob("*.ics"):
        assert max(len(line) for line in path.read_bytes().split(b"\r\n")) <= 75


def test_the_butterfly_count_stands_in_both_calendars_at_one_instant(archives: Path) -> None:
    for owner, name in (("ann", "ann-okafor.ics"), ("brigid", "brigid-odaly.ics")):
        events = unfolded(archives, f"{owner}/{name}").split("BEGIN:VEVENT")
        count = next(event for event in events if "SUMMARY:Butterfly Count\\, Heron Marsh" in event)
        assert "DTSTART:20260815T090000Z" in count
        assert "ORGANIZER;CN=Brigid O'Daly:mailto:brigid" in count


def test_facebook_names_guests_by_their_profiles(archives: Path) -> None:
    text = unfolded(archives, "ann/facebook-events.ics")
    assert "PARTSTAT=ACCEPTED:https://www.facebook.com/" in text
    assert "mailto" not in text


def test_outlook_writes_the_clock_of_a_windows_zone(archives: Path) -> None:
    text = unfolded(archives, "mo/outlook-calendar.ics")
    assert 'DTSTART;TZID="GMT Standard Time":20261119T183000' in text
    assert "CUTYPE=ROOM" in text


def test_listings_name_no_guest(archives: Path) -> None:
    text = unfolded(archives, "oystein/luma.ics")
    assert "ATTENDEE" not in text
    assert text.count("MAILTO:calendar-invite@lu.ma") == text.count("BEGIN:VEVENT")
