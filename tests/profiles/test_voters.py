"""Who shows the care for the same thing is worth meeting, as far as they show it."""

import pytest

import cast
from profiles.showing import connect
from rapport.members.audience import Audience
from rapport.members.models import Member
from rapport.network.voter import voters
from rapport.profiles.models import ShownInterest
from rapport.profiles.say import say_lines
from rapport.profiles.voters import CARES, reason, vote

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann() -> Member:
    return cares(cast.ann(), "Butterflies", "Choir")


def cares(member: Member, *words: str, audience: int = Audience.MEMBERS) -> Member:
    say_lines(member=member, model=ShownInterest, texts=words, audience=audience)
    return member


def test_the_rarer_topic_comes_first(ann: Member) -> None:
    bo, cy = cares(cast.bo(), "Lepidoptera"), cares(cast.cy(), "Choir")
    cares(cast.mo(), "Choir")
    assert vote(ann)[0] == bo.pk
    assert cy.pk in vote(ann)
    assert reason(ann, bo) == "You both care for butterflies."


def test_what_is_not_shown_to_the_member_says_nothing(ann: Member) -> None:
    bo = cares(cast.bo(), "Lepidoptera", audience=Audience.CONNECTIONS)
    assert (vote(ann), reason(ann, bo)) == ([], "")
    connect(bo, ann)
    assert (vote(ann), reason(ann, bo)) == ([bo.pk], "You both care for butterflies.")


def test_it_is_found_by_the_network() -> None:
    assert CARES in voters()
