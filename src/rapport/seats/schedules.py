"""What this room does by itself: seats that nobody took in time go to the next in line."""

from datetime import timedelta

from rapport.kit.schedules import Schedule, every
from rapport.seats.jobs import move_lines

LINES = Schedule("move lines for seats", move_lines, every(timedelta(hours=1)))
