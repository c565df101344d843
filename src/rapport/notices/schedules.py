"""What this room does by itself."""

from datetime import timedelta

from rapport.kit.schedules import Schedule, daily, every
from rapport.notices.mail import forget_old_notices, mail_what_is_new

NEWS = Schedule("mail what is new", mail_what_is_new, every(timedelta(minutes=10)))
OLD = Schedule("forget old notices", forget_old_notices, daily(3, 40))
