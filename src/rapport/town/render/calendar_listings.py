"""Events as Facebook, Meetup and Luma hand them out: guests by profile, or none at all."""

from zoneinfo import ZoneInfo

from rapport.town.doings import Gathering
from rapport.town.render.folding import escaped
from rapport.town.render.sight import Sight

_MADE = "20261118T080000Z"


def facebook_event(sight: Sight, gathering: Gathering) -> list[str]:
    """Guests by the address of their profile."""
    lines = ["BEGIN:VEVENT", f"DTSTAMP:{_MADE}", f"LAST-MODIFIED:{_MADE}", f"CREATED:{_MADE}", "SEQUENCE:0"]
    lines.append(f"ORGANIZER;CN={sight.name(gathering.organizer, 'facebook')}:{_profile(sight, gathering.organizer)}")
    for guest in gathering.guests:
        name = sight.name(guest.person, "facebook")
        lines.append(f"ATTENDEE;CN={name};PARTSTAT=ACCEPTED:{_profile(sight, guest.person)}")
    number = 1_000_000 + int(gathering.id[1:])
    lines += [*_times(gathering), f"UID:e{number}@facebook.com", f"SUMMARY:{escaped(gathering.title)}"]
    lines += [f"LOCATION:{escaped(gathering.place)}", f"URL:https://www.facebook.com/events/{number}/"]
    return [*lines, "CLASS:PUBLIC", "STATUS:CONFIRMED", "PARTSTAT:ACCEPTED", "END:VEVENT"]


def meetup_event(sight: Sight, gathering: Gathering) -> list[str]:
    """Local times in a named zone, a link, a place on the globe; no guests."""
    zone = ZoneInfo(sight.owner.zone)
    number = int(gathering.id[1:]) + 249_000_000
    lines = ["BEGIN:VEVENT", f"DTSTAMP:{_MADE}"]
    for name, moment in (("DTSTART", gathering.begins), ("DTEND", gathering.ends)):
        lines.append(f"{name};TZID={sight.owner.zone}:{moment.astimezone(zone):%Y%m%dT%H%M%S}")
    lines += ["STATUS:CONFIRMED", f"SUMMARY:{escaped(gathering.title)}", f"LOCATION:{escaped(gathering.place)}"]
    lines += [f"DESCRIPTION:Port Amaranth Meetups\\n{escaped(gathering.title)}", "GEO:51.45;-2.60"]
    lines.append(f"URL:https://www.meetup.com/port-amaranth/events/{number}/")
    return [*lines, f"UID:event_{number}@meetup.com", "END:VEVENT"]


def luma_event(sight: Sight, gathering: Gathering) -> list[str]:
    """UTC; the organizer is a robot, the host stands in the description."""
    key = f"evt-{sight.owner.handle}{gathering.id}"
    lines = ["BEGIN:VEVENT", *_times(gathering), f"DTSTAMP:{_MADE}"]
    lines.append('ORGANIZER;CN="Dockside Founders":MAILTO:calendar-invite@lu.ma')
    lines += [f"UID:{key}@events.lu.ma", f"SUMMARY:{escaped(gathering.title)}"]
    lines.append(f"DESCRIPTION:Get up-to-date information at: https://luma.com/{gathering.id}\\n\\nHosted by Mo Adler")
    return [*lines, f"LOCATION:https://luma.com/event/{key}", "STATUS:CONFIRMED", "END:VEVENT"]


def _times(gathering: Gathering) -> list[str]:
    return [f"DTSTART:{gathering.begins:%Y%m%dT%H%M%SZ}", f"DTEND:{gathering.ends:%Y%m%dT%H%M%SZ}"]


def _profile(sight: Sight, person: str) -> str:
    profile = sight.person(person).handle_on("facebook")
    return profile.url if profile else ""
