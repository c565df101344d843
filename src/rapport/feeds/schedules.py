"""What this room does by itself: outside blogs are asked once an hour."""

from datetime import timedelta

from rapport.feeds.jobs import read_blogs
from rapport.kit.schedules import Schedule, every

BLOGS = Schedule("read blogs", read_blogs, every(timedelta(hours=1)))
