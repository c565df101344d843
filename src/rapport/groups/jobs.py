"""What this room does behind the pages."""

from rapport.groups.applying import lapse
from rapport.kit import clock
from rapport.kit.jobs import job


@job()
def move_lines() -> None:
    """Offers of seats that lapsed go to the next in line; terms that are over end."""
    lapse(clock.now())
