"""What this room does behind the pages."""

from rapport.kit import clock
from rapport.kit.jobs import job
from rapport.seats.applying import lapse


@job()
def move_lines() -> None:
    """Offers of seats that lapsed go to the next in line; terms that are over end."""
    lapse(clock.now())
