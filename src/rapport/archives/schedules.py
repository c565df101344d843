"""What this room does by itself: it goes on with what was cut off, and previews nobody answered go after a week."""

from rapport.archives.intake import SILENT
from rapport.archives.jobs import forget_old_previews, go_on
from rapport.kit.schedules import Schedule, daily, every

CUT_OFF = Schedule("go on with imports", go_on, every(SILENT))
PREVIEWS = Schedule("forget old previews", forget_old_previews, daily(3, 10))
