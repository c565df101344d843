"""Bo asked Ann whether to introduce her to Mo."""

import cast
from rapport.introductions.asking import ask_here
from rapport.introductions.steps import begin
from rapport.members.models import Member
from rapport.ties.linking import link

RANK = 60


def fill(members: dict[str, Member]) -> None:
    people = [cast.known(members["bo"], members[who].name) for who in ("ann", "mo")]
    for person, who in zip(people, ("ann", "mo"), strict=True):
        link(person=person, member=members[who], now=cast.MORNING)
    asked = begin(first=people[0], second=people[1], topic="", now=cast.MORNING)
    ask_here(asked, words="May I introduce you?", now=cast.MORNING)
