"""What this room holds about members, and what becomes of it."""

from rapport.kit.holdings import Holding
from rapport.threads.models import Message, Side, Thread

HELD = (
    Holding(Thread, "", export="not: its sides and messages are", erase="keep"),
    Holding(Side, "member", export="hub.threads", erase="keep"),
    Holding(Message, "thread__sides__member", export="hub.messages", erase="keep"),
)
