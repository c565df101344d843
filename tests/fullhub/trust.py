"""Bo vouches for Ann, and wrote about her."""

import cast
from rapport.members.models import Member
from rapport.trust.vouching import show, testify, vouch

RANK = 52


def fill(members: dict[str, Member]) -> None:
    ann, bo = members["ann"], members["bo"]
    show(vouch(by=bo, about=ann, skill="Pricing", how="She priced mine.", now=cast.MORNING), is_shown=True)
    testify(by=bo, about=ann, context="as a client", text="Plain and kind.", now=cast.MORNING)
