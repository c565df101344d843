"""Ways to somebody one does not know: only over people who allow it, and only the first step is told."""

import pytest
from django.test import Client

import cast
from rapport.introductions.answering import answer
from rapport.introductions.asking import ask_here
from rapport.introductions.models import Consent, Introduction, PathQuestion
from rapport.introductions.paths import (
    NoWayError,
    Step,
    ask_for_way,
    next_ones,
    open_reach,
    pass_on,
    refuse,
    take_up,
    ways_to,
)
from rapport.journal.work import read_all
from rapport.members.blocking import block
from rapport.members.models import Member
from rapport.network.models import Connection
from rapport.notices.models import Notice
from rapport.notices.saying import said
from rapport.people.models import Person
from rapport.threads.models import Thread

pytestmark = pytest.mark.django_db
Members = dict[str, Member]


@pytest.fixture
def members() -> Members:
    """Ann - Bo - Mo - Cy; Dee stands apart."""
    members = {**cast.all_four(), "dee": cast.member("dee", "Dee Whitcombe")}
    connect(members, "ann", "bo")
    connect(members, "bo", "mo")
    connect(members, "mo", "cy")
    for member in members.values():
        open_reach(member, is_open=True)
    return members


def connect(members: Members, one: str, other: str) -> None:
    for member, second in ((one, other), (other, one)):
        Connection.objects.create(member=members[member], other=members[second])


def ways(members: Members, target: str) -> list[Step]:
    return ways_to(members["ann"], members[target])


def test_a_way_names_its_first_step_alone(members: Members) -> None:
    assert ways(members, "mo") == [Step(members["bo"], 2)]
    assert ways(members, "cy") == [Step(members["bo"], 3)]


def test_there_is_none_to_oneself_to_a_connection_or_to_who_stands_apart(members: Members) -> None:
    assert [ways(members, who) for who in ("ann", "bo", "dee")] == [[], [], []]


@pytest.mark.parametrize("closed", ["bo", "mo", "cy"])
def test_no_way_leads_over_or_to_somebody_who_has_not_allowed_it(members: Members, closed: str) -> None:
    open_reach(members[closed], is_open=False)
    assert ways(members, "cy") == []


@pytest.mark.parametrize(("by", "other"), [("cy", "ann"), ("ann", "cy")])
def test_no_way_leads_past_a_block(members: Members, by: str, other: str) -> None:
    block(by=members[by], other=members[other], now=cast.MORNING)
    with pytest.raises(NoWayError):
        ask_for_way(asker=members["ann"], middle=members["dee"], target=members["cy"], words="", now=cast.MORNING)


def test_the_middle_asks_in_the_own_book_where_the_first_has_agreed_already(members: Members) -> None:
    question = ask_for_way(
        asker=members["ann"], middle=members["bo"], target=members["mo"], words="Please?", now=cast.MORNING
    )
    assert list(PathQuestion.objects.visible_to(members["bo"])) == [question]
    assert not PathQuestion.objects.visible_to(members["mo"]).exists()
    introduction = take_up(question, now=cast.MORNING)
    assert (introduction.state, introduction.book.owner) == ("first_agreed", members["bo"])
    assert sorted(Person.objects.values_list("name", flat=True)) == ["Ann Okafor", "Mo Haddad"]


def test_who_asked_for_it_is_led_to_where_the_two_write(members: Members) -> None:
    question = ask_for_way(asker=members["ann"], middle=members["bo"], target=members["mo"], words="", now=cast.MORNING)
    answer(ask_here(take_up(question, now=cast.MORNING), words="May I?", now=cast.MORNING), "yes", now=cast.MORNING)
    read_all()
    notices = list(Notice.objects.of(members["ann"]).select_related("deed__actor"))
    told = said(members["ann"], notices)
    assert [(one.says, one.path) for one in told] == [("Bo Lindqvist introduced you", Thread.objects.get().path)]
    assert ways(members, "mo") == [Step(members["bo"], 2, is_asked=True, is_taken=True)]


def test_a_refusal_looks_like_waiting(members: Members) -> None:
    question = ask_for_way(asker=members["ann"], middle=members["bo"], target=members["mo"], words="", now=cast.MORNING)
    refuse(question)
    again = ask_for_way(asker=members["ann"], middle=members["bo"], target=members["mo"], words="", now=cast.MORNING)
    assert again.pk == question.pk
    assert not Introduction.objects.exists()


def test_who_does_not_know_them_either_passes_it_on_to_one_who_does(members: Members) -> None:
    question = ask_for_way(asker=members["ann"], middle=members["bo"], target=members["cy"], words="", now=cast.MORNING)
    bo = Client(HTTP_HOST="127.0.0.1")
    bo.force_login(members["bo"].account)
    assert "With Mo Haddad" in bo.get(question.path).content.decode()
    with pytest.raises(NoWayError):
        pass_on(question, over=members["dee"], now=cast.MORNING)
    bo.post(question.path, {"over": "mo"})
    begun = Introduction.objects.get()
    assert (begun.first.name, begun.second.name) == ("Ann Okafor", "Mo Haddad")
    assert begun.state == "idea", "Ann asked for Cy: whether for Mo too, she is asked"
    assert "You took it up." in bo.get(question.path).content.decode()
    assert ways(members, "cy") == [Step(members["bo"], 3, is_asked=True)], "to Ann it waits, as if nobody had looked"
    assert not Consent.objects.exists()


def test_who_knows_them_is_offered_nobody_else(members: Members) -> None:
    question = ask_for_way(asker=members["ann"], middle=members["bo"], target=members["mo"], words="", now=cast.MORNING)
    assert next_ones(question) == []


def test_nobody_is_asked_over_whom_no_way_leads(members: Members) -> None:
    with pytest.raises(NoWayError):
        ask_for_way(asker=members["ann"], middle=members["mo"], target=members["cy"], words="", now=cast.MORNING)


def test_asking_and_taking_up_by_hand(members: Members) -> None:
    ann, bo = Client(HTTP_HOST="127.0.0.1"), Client(HTTP_HOST="127.0.0.1")
    ann.force_login(members["ann"].account)
    bo.force_login(members["bo"].account)
    assert ann.post("/members/mo/ways/", {"over": "dee"}).status_code == 404
    ann.post("/members/mo/ways/", {"over": "bo", "words": "She knows boats."})
    question = PathQuestion.objects.get()
    assert "She knows boats." in bo.get(question.path).content.decode()
    assert ann.get(question.path).status_code == 404
    answer = bo.post(question.path, {"answer": "yes"})
    assert "Now ask Mo Haddad" in bo.get(answer.headers["Location"]).content.decode()


def test_a_way_opens_in_the_settings_alone(members: Members) -> None:
    cy = Client(HTTP_HOST="127.0.0.1")
    cy.force_login(members["cy"].account)
    cy.post("/settings/reach/", {})
    assert ways(members, "cy") == []
    cy.post("/settings/reach/", {"is_open": "on"})
    assert len(ways(members, "cy")) == 1
