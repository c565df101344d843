"""Ann writes to Bo."""

import cast
from rapport.members.models import Member
from rapport.threads.messaging import write_to

RANK = 45


def fill(members: dict[str, Member]) -> None:
    write_to(other=members["bo"], by=members["ann"], body="Lunch on Friday?", now=cast.MORNING)
