"""What this room does by itself: old mail is forgotten."""

from rapport.kit.schedules import Schedule, daily
from rapport.mailroom.send import forget_old_mail

OLD_MAIL = Schedule("forget old mail", forget_old_mail, daily(3, 30))
