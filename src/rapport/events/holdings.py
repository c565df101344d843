"""What this room holds about members, and what becomes of it."""

from rapport.events.models import Appointment, Attendance, CalendarKey, Event, Occurrence, Rsvp, Speaker
from rapport.kit.holdings import Holding

HELD = (
    Holding(Event, "made_by", export="hub.events", erase="keep"),
    Holding(Occurrence, "", export="not: belongs to the hub", erase="keep"),
    Holding(Rsvp, "member", export="hub.answers", erase="keep"),
    Holding(Speaker, "member", export="hub.speaking", erase="keep"),
    Holding(Attendance, "member", export="hub.attendances", erase="keep"),
    Holding(Appointment, "member", export="not: what was mailed stands in the answers", erase="keep"),
    Holding(CalendarKey, "member", export="not: a secret that opens a door", erase="keep"),
)
