"""Ann has a key to her own feed."""

import cast
from rapport.feeds.keys import make_key
from rapport.members.models import Member

RANK = 90


def fill(members: dict[str, Member]) -> None:
    make_key(member=members["ann"], now=cast.MORNING)
