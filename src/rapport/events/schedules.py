"""What this room does by itself: offers lapse, lists are closed, series get their next dates,
and mail for calendars that could not be written is tried again."""

from datetime import timedelta

from rapport.events.appointments import mail_appointments
from rapport.events.checkin import close_by_itself
from rapport.events.dates import lay_out_further
from rapport.events.waiting import lapse
from rapport.kit.schedules import Schedule, daily, every

LAPSE = Schedule("let offered places lapse", lapse, every(timedelta(minutes=5)))
CLOSE = Schedule("close check-in lists", close_by_itself, every(timedelta(hours=1)))
MAIL = Schedule("mail appointments", mail_appointments, every(timedelta(minutes=10)))
FURTHER = Schedule("lay out further dates", lay_out_further, daily(3, 10))
