"""What this room does by itself: previews nobody answered go after a week."""

from rapport.archives.jobs import forget_old_previews
from rapport.kit.schedules import Schedule, daily

PREVIEWS = Schedule("forget old previews", forget_old_previews, daily(3, 10))
