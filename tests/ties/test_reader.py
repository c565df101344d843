"""What happens on the hub warms the tie in the book of whoever said who is who."""

import pytest

import cast
from rapport.journal import verb as declared
from rapport.journal.verb import Verb
from rapport.journal.work import read_all
from rapport.journal.write import record
from rapport.members.blocking import block
from rapport.members.models import Member
from rapport.people.models import Person
from rapport.ties.linking import link, unlink
from rapport.ties.models import Interaction, Touch

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def thanking(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"thank": Verb("thank", "thanks", warmth=1, touch="thanks"), "look": Verb("look", "looked")}
    monkeypatch.setattr("rapport.journal.write.verbs", lambda: known)
    monkeypatch.setattr("rapport.ties.reader.verbs", lambda: known)
    assert declared.verbs


@pytest.fixture
def ann() -> Member:
    return cast.ann()


@pytest.fixture
def bo() -> Member:
    return cast.bo()


@pytest.fixture
def person(ann: Member) -> Person:
    return cast.known(ann, "Bo Lindqvist")


def thank(actor: Member, other: Member, verb: str = "thank") -> None:
    record(actor=actor, verb=verb, towards=[other], done_at=cast.MORNING)
    read_all()


def test_thanks_warm_the_tie_in_the_book_that_knows_who_it_is(ann: Member, bo: Member, person: Person) -> None:
    link(person=person, member=bo, now=cast.MORNING)
    thank(bo, ann)
    touch = Touch.objects.select_related("interaction").get()
    assert (touch.person, touch.direction, touch.counts) == (person, "in", True)
    assert (touch.interaction.kind, touch.interaction.channel, touch.interaction.source) == ("thanks", "hub", "hub")


def test_a_book_that_does_not_know_who_it_is_stays_as_it_was(ann: Member, bo: Member, person: Person) -> None:
    thank(bo, ann)
    assert not Interaction.objects.exists()


def test_looking_warms_nothing(ann: Member, bo: Member, person: Person) -> None:
    link(person=person, member=bo, now=cast.MORNING)
    thank(bo, ann, "look")
    assert not Interaction.objects.exists()


def test_saying_who_it_is_later_finds_what_was_done_before(ann: Member, bo: Member, person: Person) -> None:
    thank(bo, ann)
    thank(ann, bo)
    link(person=person, member=bo, now=cast.MORNING)
    link(person=person, member=bo, now=cast.MORNING)
    assert sorted(Touch.objects.values_list("direction", flat=True)) == ["in", "out"]


def test_whom_one_has_blocked_warms_nothing(ann: Member, bo: Member, person: Person) -> None:
    link(person=person, member=bo, now=cast.MORNING)
    block(by=ann, other=bo, now=cast.MORNING)
    thank(bo, ann)
    assert not Interaction.objects.exists()


def test_nobody_is_linked_to_whom_they_cannot_see(ann: Member, bo: Member, person: Person) -> None:
    block(by=bo, other=ann, now=cast.MORNING)
    for member in (ann, bo):
        with pytest.raises(ValueError, match="cannot be"):
            link(person=person, member=member, now=cast.MORNING)


def test_a_link_taken_back_leaves_what_was_written_down(ann: Member, bo: Member, person: Person) -> None:
    link(person=person, member=bo, now=cast.MORNING)
    thank(bo, ann)
    unlink(person=person)
    thank(bo, ann)
    assert Interaction.objects.count() == 1
