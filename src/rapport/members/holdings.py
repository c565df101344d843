"""What this room holds about members, and what becomes of it."""

from rapport.kit.holdings import Holding
from rapport.members.models import Account, Block, Hub, Invitation, JoinRequest, Member, Mute, Suspension

HELD = (
    Holding(Account, "self", export="not: sign-in belongs to this hub", erase="keep"),
    Holding(Member, "self", export="member", erase="keep"),
    Holding(Invitation, "invited_by", export="not: a way in is not a fact about somebody", erase="keep"),
    Holding(Block, "by", export="hub.blocks", erase="keep"),
    Holding(Mute, "by", export="hub.mutes", erase="keep"),
    Holding(JoinRequest, "", export="not: of somebody who is not here yet", erase="keep"),
    Holding(Suspension, "member", export="hub.suspension", erase="keep"),
    Holding(Hub, "", export="not: belongs to the hub", erase="keep"),
)
