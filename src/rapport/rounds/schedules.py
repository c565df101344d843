"""What this room does by itself: the morning mail."""

from datetime import timedelta

from rapport.kit.schedules import Schedule, every
from rapport.rounds.morning import mail_the_morning

MORNING_MAIL = Schedule("morning mail", mail_the_morning, every(timedelta(minutes=5)))
