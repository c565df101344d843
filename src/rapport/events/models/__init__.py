"""Events, their dates and answers, and what calendars elsewhere know of them."""

from rapport.events.models.calendar import Appointment, CalendarKey
from rapport.events.models.gathering import (
    HOLDING,
    Attendance,
    Event,
    Occurrence,
    Rsvp,
    Speaker,
    in_order,
)

__all__ = [
    "HOLDING",
    "Appointment",
    "Attendance",
    "CalendarKey",
    "Event",
    "Occurrence",
    "Rsvp",
    "Speaker",
    "in_order",
]
