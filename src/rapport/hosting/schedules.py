"""What this room does by itself."""

from datetime import timedelta

from rapport.hosting.suspending import readmit_when_over
from rapport.kit.schedules import Schedule, every

OVER = Schedule("readmit when over", readmit_when_over, every(timedelta(minutes=15)))
