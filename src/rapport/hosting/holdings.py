"""What this room holds about members, and what becomes of it."""

from rapport.hosting.models import AuditLine, Report, StarterLink
from rapport.kit.holdings import Holding

HELD = (
    Holding(Report, "by", export="hub.reports", erase="keep"),
    Holding(AuditLine, "", export="not: belongs to the hub", erase="keep"),
    Holding(StarterLink, "", export="not: belongs to the hub", erase="keep"),
)
