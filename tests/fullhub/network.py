"""Ann and Bo are connected, Cy follows Ann."""

from rapport.members.models import Member
from rapport.network.models import Connection, Follow

RANK = 10


def fill(members: dict[str, Member]) -> None:
    ann, bo, cy = (members[who] for who in ("ann", "bo", "cy"))
    for one, other in ((ann, bo), (bo, ann)):
        Connection.objects.create(member=one, other=other)
    Follow.objects.create(by=cy, other=ann)
