"""What the hub does by itself: a backup in the early morning."""

from rapport.kit.schedules import Schedule, daily
from rapport.site.jobs import back_up

BACKUP = Schedule("daily backup", back_up, daily(2, 40))
