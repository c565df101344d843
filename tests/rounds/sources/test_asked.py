"""Who is asked whether to be introduced, or to introduce somebody, finds it among the cards."""

import pytest

import cast
from rapport.introductions.answering import answer
from rapport.introductions.asking import ask_here
from rapport.introductions.models import Consent
from rapport.introductions.paths import ask_for_way, open_reach
from rapport.introductions.steps import begin
from rapport.members.blocking import block
from rapport.members.models import Member
from rapport.network.models import Connection
from rapport.ties.linking import link
from rounds.morning import card, kinds

pytestmark = pytest.mark.django_db


@pytest.fixture
def members() -> dict[str, Member]:
    return cast.all_four()


@pytest.fixture
def asked(members: dict[str, Member]) -> Consent:
    """Bo asks Ann whether to introduce her to Mo."""
    people = [cast.known(members["bo"], members[who].name) for who in ("ann", "mo")]
    for person, who in zip(people, ("ann", "mo"), strict=True):
        link(person=person, member=members[who], now=cast.MORNING)
    thought = begin(first=people[0], second=people[1], topic="", now=cast.MORNING)
    return ask_here(thought, words="May I?", now=cast.MORNING)


def test_a_question_is_a_card_until_it_is_answered(members: dict[str, Member], asked: Consent) -> None:
    found = card(members["ann"], "asked")
    assert (found.act, found.url) == ("Answer Bo Lindqvist", asked.path)
    assert "asked" not in kinds(members["mo"]), "he is asked when Ann has agreed"
    answer(asked, "no", now=cast.MORNING)
    assert "asked" not in kinds(members["ann"])


def test_of_somebody_blocked_there_is_none(members: dict[str, Member], asked: Consent) -> None:
    block(by=members["ann"], other=members["bo"], now=cast.MORNING)
    assert "asked" not in kinds(members["ann"])


def test_the_one_in_the_middle_is_asked_for_a_way(members: dict[str, Member]) -> None:
    for one, other in (("cy", "ann"), ("ann", "cy"), ("ann", "mo"), ("mo", "ann")):
        Connection.objects.create(member=members[one], other=members[other])
    for who in ("ann", "cy", "mo"):
        open_reach(members[who], is_open=True)
    ask_for_way(asker=members["cy"], middle=members["ann"], target=members["mo"], words="", now=cast.MORNING)
    assert "would like to know Mo Haddad" in card(members["ann"], "asked").reason
