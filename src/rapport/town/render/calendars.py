"""Calendars as files: Google's, Outlook's, events of Facebook, listings of Meetup and Luma."""

from collections.abc import Callable

from rapport.town.doings import Gathering
from rapport.town.render.calendar_books import google_event, outlook_event, outlook_zone
from rapport.town.render.calendar_listings import facebook_event, luma_event, meetup_event
from rapport.town.render.folding import folded
from rapport.town.render.sight import Sight

_EVENTS: dict[str, Callable[[Sight, Gathering], list[str]]] = {
    "facebook": facebook_event,
    "google": google_event,
    "luma": luma_event,
    "meetup": meetup_event,
    "outlook": outlook_event,
}
_HEADS = {
    "facebook": ("PRODID:-//Facebook//NONSGML Facebook Events V1.0//EN", "VERSION:2.0", "METHOD:PUBLISH"),
    "google": (
        "PRODID:-//Google Inc//Google Calendar 70.9054//EN",
        "VERSION:2.0",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ),
    "luma": ("VERSION:2.0", "PRODID:-//lu.ma//ics//EN"),
    "meetup": ("VERSION:2.0", "PRODID:-//Meetup//RemoteApi//EN", "METHOD:PUBLISH"),
    "outlook": ("PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN", "VERSION:2.0", "METHOD:PUBLISH"),
}


def calendar(sight: Sight) -> bytes:
    """One calendar with all events; Luma and Meetup hand out one calendar for each event, here behind one another."""
    shape = sight.paper.shape
    head = ["BEGIN:VCALENDAR", *_HEADS[shape]]
    events = [_EVENTS[shape](sight, gathering) for gathering in sight.gatherings]
    if shape in ("luma", "meetup"):
        lines = [line for event in events for line in (*head, *event, "END:VCALENDAR")]
    else:
        lines = [*head, *_own(sight), *(line for event in events for line in event), *_broken(sight), "END:VCALENDAR"]
    return "".join(f"{part}\r\n" for line in lines for part in folded(line)).encode()


def _own(sight: Sight) -> list[str]:
    if sight.paper.shape == "google":
        return [f"X-WR-CALNAME:{sight.own_address}", f"X-WR-TIMEZONE:{sight.owner.zone}"]
    return outlook_zone() if sight.paper.shape == "outlook" else []


def _broken(sight: Sight) -> list[str]:
    """An entry whose day cannot be read."""
    lines: list[str] = []
    for turn in sight.times("bad_dates"):
        lines += ["BEGIN:VEVENT", f"UID:broken-{turn}@town.example", "DTSTAMP:20200101T000000Z"]
        lines += ["DTSTART:20201399T990000Z", "SUMMARY:Dentist", "END:VEVENT"]
    return lines
