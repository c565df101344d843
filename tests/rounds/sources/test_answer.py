"""Questions of others that the owner could answer."""

import pytest

import cast
from rapport.groups.models import Group, Membership
from rapport.help.answering import answer
from rapport.help.asking import ask
from rapport.members.leave import leave
from rapport.members.models import Member
from rounds.morning import card, kinds

pytestmark = pytest.mark.django_db


@pytest.fixture
def members() -> dict[str, Member]:
    return cast.all_four()


def test_a_question_put_to_the_owner_is_a_card_until_it_is_answered(members: dict[str, Member]) -> None:
    ann, bo = members["ann"], members["bo"]
    question = ask(asker=bo, title="Who prices well?", text="", to=[ann], now=cast.MORNING)
    found = card(ann, "answer")
    assert (found.act, found.reason) == ("Answer: Who prices well?", "Bo Lindqvist asked you today.")
    assert found.url == question.path
    answer(question, author=ann, text="I do.", now=cast.MORNING)
    assert "answer" not in kinds(ann)


def test_who_asked_anonymously_stays_so(members: dict[str, Member]) -> None:
    chapter = Group.objects.create(handle="chapter", name="Harbour Chapter")
    for who in ("ann", "bo"):
        Membership.objects.create(group=chapter, member=members[who])
    ask(asker=members["bo"], title="Am I too dear?", text="", group=chapter, is_anonymous=True, now=cast.MORNING)
    assert card(members["ann"], "answer").reason == "Somebody in Harbour Chapter asked today."


def test_whoever_left_needs_no_answer(members: dict[str, Member]) -> None:
    """The page of everybody's day broke over a question to all whose asker had left."""
    ask(asker=members["bo"], title="Who prices well?", text="", now=cast.MORNING)
    leave(members["bo"], now=cast.MORNING)
    assert "answer" not in kinds(members["ann"])


def test_one_s_own_question_is_none_of_them(members: dict[str, Member]) -> None:
    ask(asker=members["ann"], title="Who prices well?", text="", now=cast.MORNING)
    assert "answer" not in kinds(members["ann"])
