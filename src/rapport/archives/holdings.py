"""What this room holds, and what becomes of it."""

from rapport.archives.models import Intake
from rapport.kit.holdings import Holding

HELD = (Holding(Intake, "book", export="not: an intake ends with its batch", erase="keep"),)
