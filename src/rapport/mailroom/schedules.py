"""What this room does by itself: mails that were given up are tried again, and old ones forgotten."""

from datetime import timedelta

from rapport.kit.schedules import Schedule, daily, every
from rapport.mailroom.send import forget_old_mail, take_up_again

OLD_MAIL = Schedule("forget old mail", forget_old_mail, daily(3, 30))
GIVEN_UP = Schedule("mails that were given up", take_up_again, every(timedelta(hours=1)))
