"""What this room does by itself: mail for calendars that could not be written is tried again."""

from datetime import timedelta

from rapport.calendars.appointments import mail_appointments
from rapport.kit.schedules import Schedule, every

MAIL = Schedule("mail appointments", mail_appointments, every(timedelta(minutes=10)))
