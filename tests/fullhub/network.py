"""Ann and Bo are connected, Cy follows Ann and asked Bo, Mo asked Ann; Bo looked at Ann's profile, both agreeing."""

import cast
from rapport.members.blocking import mute
from rapport.members.models import Member
from rapport.network.agree import agree
from rapport.network.connect import ask
from rapport.network.follow import follow
from rapport.network.models import ProfileView
from rapport.network.wiring import tie

RANK = 10


def fill(members: dict[str, Member]) -> None:
    ann, bo, cy, mo = (members[who] for who in ("ann", "bo", "cy", "mo"))
    tie(ann, bo, cast.MORNING)
    follow(by=cy, other=ann, now=cast.MORNING)
    ask(by=cy, other=bo, note="We met at the harbour.", now=cast.MORNING)
    ask(by=mo, other=ann, now=cast.MORNING)
    mute(by=bo, other=mo, now=cast.MORNING)
    for one in (ann, bo):
        agree(member=one, is_suggested=True, is_named=True, looks="named", now=cast.MORNING)
    ProfileView.objects.create(viewer=bo, member=ann, on=cast.MORNING.date(), looked_at=cast.MORNING, is_named=True)
