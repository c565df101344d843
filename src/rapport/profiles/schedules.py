"""What this room does by itself."""

from datetime import timedelta

from rapport.kit.schedules import Schedule, daily, every
from rapport.profiles.jobs import recheck, refresh

PROOFS = Schedule("look at old proofs", recheck, every(timedelta(hours=6)))
BOOKS = Schedule("interests shown to books", refresh, daily(2, 40))
