"""What this room holds about members, and what becomes of it."""

from rapport.feeds.models import FeedKey
from rapport.kit.holdings import Holding

HELD = (Holding(FeedKey, "member", export="not: a key is not a fact about somebody", erase="keep"),)
