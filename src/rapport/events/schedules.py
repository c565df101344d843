"""What this room does by itself: offers lapse, lists are closed, series get their next dates."""

from datetime import timedelta

from rapport.events.checkin import close_by_itself
from rapport.events.dates import lay_out_further
from rapport.events.waiting import lapse
from rapport.kit.schedules import Schedule, daily, every

LAPSE = Schedule("let offered places lapse", lapse, every(timedelta(minutes=5)))
CLOSE = Schedule("close check-in lists", close_by_itself, every(timedelta(hours=1)))
FURTHER = Schedule("lay out further dates", lay_out_further, daily(3, 10))
