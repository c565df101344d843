"""What this room does by itself."""

from rapport.introductions.answering import let_questions_expire
from rapport.kit.schedules import Schedule, daily

EXPIRED = Schedule("let questions expire", let_questions_expire, daily(3, 50))
