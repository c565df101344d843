"""What this room holds, and what becomes of it."""

from rapport.kit.holdings import Holding
from rapport.mailroom.models import Waiting

HELD = (Holding(Waiting, "account", export="not: mail on its way", erase="keep"),)
