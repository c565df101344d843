"""What the hub does for itself in the background."""

from rapport.kit.clock import now
from rapport.kit.jobs import job
from rapport.site.backups.rotating import back_up_today


@job(retries=2)
def back_up() -> None:
    back_up_today(now())
