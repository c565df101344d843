"""What this room does by itself: the trash keeps its month, then it is emptied."""

from rapport.kit.clock import now
from rapport.kit.jobs import job
from rapport.kit.schedules import Schedule, daily
from rapport.rights.trash import purge_trash


@job(retries=3)
def empty_old_trash() -> None:
    purge_trash(now())


TRASH = Schedule("empty old trash", empty_old_trash, daily(3, 20))
