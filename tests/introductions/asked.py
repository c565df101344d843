"""Ann, who knows that her Bo and her Brigid are members, and their introduction."""

from dataclasses import dataclass

import cast
from rapport.introductions.models import Introduction
from rapport.introductions.steps import begin
from rapport.members.models import Member
from rapport.ties.linking import link


@dataclass(frozen=True)
class Three:
    ann: Member
    bo: Member
    brigid: Member
    introduction: Introduction


def three(*, topic: str = "butterflies") -> Three:
    ann, bo, brigid = cast.ann(), cast.bo(), cast.member("brigid", "Brigid O'Daly")
    people = [cast.known(ann, "Bo Lindqvist"), cast.known(ann, "Brigid O'Daly")]
    for person, member in zip(people, (bo, brigid), strict=True):
        link(person=person, member=member, now=cast.MORNING)
    return Three(ann, bo, brigid, begin(first=people[0], second=people[1], topic=topic, now=cast.MORNING))
