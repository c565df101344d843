"""Whom a question is put to, who sees it, and what becomes of it."""

from datetime import timedelta

import pytest

import cast
from rapport.groups.models import Group
from rapport.help.answering import answer
from rapport.help.asking import A_DAY, TooManyError, ask, reopen, take, withdraw
from rapport.help.models import Question
from rapport.help.open_for import open_for
from rapport.journal.models import Deed
from rapport.journal.work import read_all
from rapport.members.blocking import block
from rapport.members.models import Member
from rapport.notices.models import Notice
from rapport.people.models import Person
from rapport.ties.linking import link
from rapport.ties.models import Interaction

pytestmark = pytest.mark.django_db
Members = dict[str, Member]


def asked(members: Members, who: str = "bo", **more: object) -> Question:
    return ask(asker=members[who], title="Who prices well?", text="", now=cast.MORNING, **more)  # type: ignore[arg-type]


def readers(members: Members, question: Question) -> set[str]:
    return {who for who, one in members.items() if question in Question.objects.visible_to(one)}


def test_all_members_see_what_is_put_to_all_and_nobody_else_does(members: Members) -> None:
    question = asked(members)
    assert readers(members, question) == {"ann", "bo", "cy", "mo"}
    assert not Question.objects.visible_to(None).exists()


def test_a_group_s_question_is_the_group_s(members: Members, chapter: Group) -> None:
    assert readers(members, asked(members, group=chapter)) == {"ann", "bo"}


def test_a_question_to_a_few_is_theirs_and_they_are_told(members: Members) -> None:
    question = asked(members, to=[members["cy"]])
    read_all()
    assert readers(members, question) == {"bo", "cy"}
    assert [notice.member.handle for notice in Notice.objects.all()] == ["cy"]


def test_who_is_blocked_is_not_asked_and_sees_nothing(members: Members) -> None:
    block(by=members["cy"], other=members["bo"], now=cast.MORNING)
    question = asked(members, to=[members["cy"], members["ann"]])
    assert readers(members, question) == {"bo", "ann"}
    assert readers(members, asked(members)) == {"bo", "ann", "mo"}


def test_nobody_learns_who_asked_anonymously(members: Members, chapter: Group) -> None:
    question = asked(members, group=chapter, is_anonymous=True)
    assert question.named_to(members["ann"]) is None
    assert question.named_to(members["bo"]) == members["bo"]
    assert not Deed.objects.filter(actor=members["bo"]).exists()
    with pytest.raises(ValueError, match="for a group"):
        asked(members, is_anonymous=True)


def test_answering_an_anonymous_question_tells_the_asker_and_warms_nothing(members: Members, chapter: Group) -> None:
    ann, bo = members["ann"], members["bo"]
    link(person=cast.known(ann, "Bo Lindqvist"), member=bo, now=cast.MORNING)
    answer(asked(members, group=chapter, is_anonymous=True), author=ann, text="I do.", now=cast.MORNING)
    read_all()
    assert [notice.member for notice in Notice.objects.all()] == [bo]
    assert not Interaction.objects.exists(), "a touch with Bo would tell Ann who asked"


def test_an_answer_warms_the_tie_of_both(members: Members) -> None:
    ann, bo = members["ann"], members["bo"]
    known: list[Person] = [cast.known(ann, "Bo Lindqvist"), cast.known(bo, "Ann Okafor")]
    for person, member in zip(known, (bo, ann), strict=True):
        link(person=person, member=member, now=cast.MORNING)
    answer(asked(members), author=ann, text="I do.", now=cast.MORNING)
    read_all()
    assert Interaction.objects.filter(kind="message", channel="hub").count() == 2


def test_the_answer_that_helped_closes_the_question_until_it_is_opened_again(members: Members) -> None:
    question = asked(members)
    given = answer(question, author=members["ann"], text="I do.", now=cast.MORNING)
    take(question, given, now=cast.MORNING)
    assert not Question.objects.open().exists()
    reopen(question)
    assert Question.objects.open().exists()


def test_what_was_taken_back_is_the_asker_s_alone_and_nobody_hears_of_it(members: Members) -> None:
    question = asked(members, to=[members["cy"]])
    read_all()
    withdraw(question, now=cast.MORNING)
    assert readers(members, question) == {"bo"}
    assert not Notice.objects.exists()


def test_a_day_has_room_for_ten_questions(members: Members) -> None:
    for _ in range(A_DAY):
        asked(members)
    with pytest.raises(TooManyError):
        asked(members)


def test_what_was_asked_stays_when_the_asker_leaves(members: Members) -> None:
    question = asked(members)
    given = answer(question, author=members["ann"], text="I do.", now=cast.MORNING)
    members["bo"].account.delete()
    question.refresh_from_db()
    assert question.asker is None
    assert readers({"cy": members["cy"]}, question) == {"cy"}
    members["ann"].account.delete()
    given.refresh_from_db()
    assert given.author is None


def test_the_morning_offers_what_was_put_to_me_first(members: Members, chapter: Group) -> None:
    ann = members["ann"]
    to_all, to_group = asked(members, "cy"), asked(members, group=chapter)
    to_me, answered = asked(members, to=[ann]), asked(members)
    answer(answered, author=ann, text="I do.", now=cast.MORNING)
    assert open_for(ann, cast.MORNING) == [to_me, to_group, to_all]
    assert open_for(ann, cast.MORNING + timedelta(days=15)) == []
