"""Ann has keys to her own feeds."""

import cast
from rapport.feeds.keys import make_key, make_notices_key
from rapport.members.models import Member

RANK = 90


def fill(members: dict[str, Member]) -> None:
    make_key(member=members["ann"], now=cast.MORNING)
    make_notices_key(member=members["ann"], now=cast.MORNING)
