"""Ann reported Bo, and the host let it go."""

import cast
from rapport.hosting.models import StarterLink
from rapport.hosting.reporting import report, settle
from rapport.members.models import Member

RANK = 70


def fill(members: dict[str, Member]) -> None:
    for who in ("ann", "mo"):
        report(by=members[who], subject="member:bo", why="Is this his name?", now=cast.MORNING)
    settle(subject="member:bo", host=members["mo"], is_dismissed=True, why="It is.", now=cast.MORNING)
    StarterLink.objects.create(title="The Harbour Chapter", url="/groups/chapter/")
