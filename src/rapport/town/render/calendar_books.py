"""Events as Google Calendar and Outlook write them, with organizer and guests."""

from datetime import UTC, datetime, timedelta
from hashlib import sha1
from zoneinfo import ZoneInfo

from rapport.town.correspondents import calendar_address
from rapport.town.doings import Gathering
from rapport.town.render.folding import escaped
from rapport.town.render.sight import Sight

_ANSWERS = {"accepted": "ACCEPTED", "declined": "DECLINED", "tentative": "TENTATIVE", "needs-action": "NEEDS-ACTION"}
_MADE = "20261118T080000Z"


def google_event(sight: Sight, gathering: Gathering) -> list[str]:
    """Moments in UTC; a series in its zone; guests with their answers."""
    lines = ["BEGIN:VEVENT", *_span(sight, gathering), f"DTSTAMP:{_MADE}"]
    if gathering.rule:
        lines.append(f"RRULE:{gathering.rule}")
    if len(gathering.people) > 1:
        lines.append(f"ORGANIZER;CN={_name(sight, gathering.organizer)}:mailto:{_address(sight, gathering.organizer)}")
        lines += [_google_guest(sight, gathering.organizer, "ACCEPTED")]
        lines += [_google_guest(sight, guest.person, _ANSWERS[guest.answer]) for guest in gathering.guests]
        lines += [_room(turn) for turn in sight.times("rooms") if gathering.id == sight.gatherings[turn].id]
    lines += [f"UID:{_hash(gathering)[:26]}@google.com", f"CREATED:{_made(gathering)}"]
    lines += [f"DESCRIPTION:{escaped(gathering.text)}", f"LAST-MODIFIED:{_made(gathering)}"]
    lines += [f"LOCATION:{escaped(gathering.place)}", "SEQUENCE:0", f"STATUS:{_status(gathering)}"]
    return [*lines, f"SUMMARY:{escaped(gathering.title)}", "TRANSP:OPAQUE", "END:VEVENT"]


def outlook_event(sight: Sight, gathering: Gathering) -> list[str]:
    """Moments on the wall clock of a zone with a Windows name; names in quotes."""
    zone = ZoneInfo(sight.owner.zone)
    lines = ["BEGIN:VEVENT", "CLASS:PUBLIC", f"CREATED:{_made(gathering)}"]
    lines += [f"DESCRIPTION:{escaped(gathering.text)}"] if gathering.text else []
    for name, moment in (("DTSTART", gathering.begins), ("DTEND", gathering.ends)):
        lines.append(f'{name};TZID="GMT Standard Time":{moment.astimezone(zone):%Y%m%dT%H%M%S}')
    lines += [f"DTSTAMP:{_MADE}", f"LOCATION:{escaped(gathering.place)}"]
    organizer = gathering.organizer
    lines.append(f'ORGANIZER;CN="{_name(sight, organizer)}":mailto:{_address(sight, organizer)}')
    for guest in gathering.guests:
        answer = f"PARTSTAT={_ANSWERS[guest.answer]};"
        name, address = _name(sight, guest.person), _address(sight, guest.person)
        lines.append(f'ATTENDEE;{answer}CN="{name}";RSVP=TRUE:mailto:{address}')
    lines += [_room(turn) for turn in sight.times("rooms") if gathering.id == sight.gatherings[turn].id]
    lines += ["SEQUENCE:0", f"STATUS:{_status(gathering)}", f"SUMMARY;LANGUAGE=en-gb:{escaped(gathering.title)}"]
    return [*lines, f"UID:040000008200E00074C5B7101A82E008{_hash(gathering)[:32].upper()}", "END:VEVENT"]


def outlook_zone() -> list[str]:
    """The zone that Outlook puts before its events."""
    head = ["BEGIN:VTIMEZONE", "TZID:GMT Standard Time"]
    winter = ["BEGIN:STANDARD", "DTSTART:16011028T020000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"]
    winter += ["TZOFFSETFROM:+0100", "TZOFFSETTO:-0000", "END:STANDARD"]
    summer = ["BEGIN:DAYLIGHT", "DTSTART:16010325T010000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"]
    summer += ["TZOFFSETFROM:-0000", "TZOFFSETTO:+0100", "END:DAYLIGHT"]
    return [*head, *winter, *summer, "END:VTIMEZONE"]


def _span(sight: Sight, gathering: Gathering) -> list[str]:
    if not gathering.rule:
        return [f"DTSTART:{_stamp(gathering.begins)}", f"DTEND:{_stamp(gathering.ends)}"]
    zone = ZoneInfo(sight.owner.zone)
    times = (("DTSTART", gathering.begins), ("DTEND", gathering.ends))
    return [f"{name};TZID={sight.owner.zone}:{moment.astimezone(zone):%Y%m%dT%H%M%S}" for name, moment in times]


def _google_guest(sight: Sight, person: str, answer: str) -> str:
    head = f"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={answer}"
    return f"{head};CN={_name(sight, person)};X-NUM-GUESTS=0:mailto:{_address(sight, person)}"


def _room(turn: int) -> str:
    head = "ATTENDEE;CUTYPE=ROOM;ROLE=NON-PARTICIPANT;PARTSTAT=ACCEPTED"
    return f"{head};CN=Room {turn + 1}:mailto:room-{turn}@resource.calendar.example"


def _name(sight: Sight, person: str) -> str:
    """Without the characters that a parameter may not hold."""
    return sight.name(person, "calendar").replace('"', "").replace(",", "").replace(";", "")


def _address(sight: Sight, person: str) -> str:
    if person == sight.owner.person:
        return sight.own_address
    return calendar_address(sight.person(person), "calendar", sight.shared)


def _status(gathering: Gathering) -> str:
    return "CANCELLED" if gathering.is_cancelled else "CONFIRMED"


def _made(gathering: Gathering) -> str:
    """Entered ten days before."""
    return _stamp(gathering.begins - timedelta(days=10))


def _stamp(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _hash(gathering: Gathering) -> str:
    return sha1(gathering.id.encode(), usedforsecurity=False).hexdigest()
