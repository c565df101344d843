"""What comes round by itself: old views go, and what was packed is looked over."""

from rapport.kit.schedules import Schedule, daily
from rapport.network.viewed import forget_old
from rapport.network.wiring import settle

VIEWS = Schedule("network.views", forget_old, daily(3, 10))
NEIGHBOURS = Schedule("network.neighbours", settle, daily(3, 20))
