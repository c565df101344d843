"""What this room does by itself: readers that failed try again."""

from datetime import timedelta

from rapport.journal.work import read_again
from rapport.kit.schedules import Schedule, every

AGAIN = Schedule("read deeds again", read_again, every(timedelta(minutes=1)))
