from datetime import date

import pytest

import cast
from introductions.knowing import cares, two
from rapport.introductions.acquaint import acquaint
from rapport.introductions.ideas import ideas
from rapport.introductions.steps import begin
from rapport.people.gathering import occasion_named, was_there
from rapport.people.models import Book, Circle, CircleMember, Home, Job, Organization, Person, Relation
from rapport.ties.record import log
from rapport.ties.rest import rest

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 19).toordinal()


def found(ann: cast.Member) -> list[tuple[int, int]]:
    return [(idea.first, idea.second) for idea in ideas(Book.of(ann), day=DAY)]


def test_two_who_share_a_passion_and_never_met() -> None:
    ann, bo, brigid = two()
    [idea] = ideas(Book.of(ann), day=DAY)
    assert (idea.first, idea.second, idea.topics) == (bo.pk, brigid.pk, ("butterflies",))
    assert ideas(Book.of(ann), day=DAY, about=bo.pk) == [idea]
    assert ideas(Book.of(cast.mo()), day=DAY) == []


def test_who_is_said_to_know_the_other_is_not_introduced() -> None:
    ann, bo, brigid = two()
    acquaint(bo, brigid, now=cast.MORNING)
    assert found(ann) == []


def test_who_wrote_together_knows_each_other() -> None:
    ann, bo, brigid = two()
    log(people=[bo, brigid], kind="mail", channel="email", direction="in", now=cast.MORNING)
    assert found(ann) == []


def test_a_small_gathering_makes_acquainted_a_large_one_less_new() -> None:
    ann, bo, brigid = two()
    before = ideas(Book.of(ann), day=DAY)[0].score
    large = occasion_named(book=Book.of(ann), title="Fair", on=date(2026, 5, 1), place="")
    was_there(
        occasion=large, people=[bo, brigid, *(cast.known(ann, f"Guest {n}") for n in range(20))], now=cast.MORNING
    )
    assert 0 < ideas(Book.of(ann), day=DAY)[0].score < before
    small = occasion_named(book=Book.of(ann), title="Supper", on=date(2026, 5, 2), place="")
    was_there(occasion=small, people=[bo, brigid], now=cast.MORNING)
    assert found(ann) == []


def _colleagues(bo: Person, brigid: Person) -> None:
    firm = Organization.objects.create(book=bo.book, name="Harbour Hotels", folded="harbour hotels")
    for person in (bo, brigid):
        Job.objects.create(book=bo.book, person=person, key="job", organization=firm)


def _family(bo: Person, brigid: Person) -> None:
    Relation.objects.create(book=bo.book, person=brigid, key="r", kind="spouse", name=bo.name, other=bo)


def _household(bo: Person, brigid: Person) -> None:
    for person in (bo, brigid):
        Home.objects.create(book=bo.book, person=person, key="4 mill lane", text="4 Mill Lane")


def _choir(bo: Person, brigid: Person) -> None:
    circle = Circle.objects.create(book=bo.book, name="Choir", folded="choir")
    for person in (bo, brigid):
        CircleMember.objects.create(book=bo.book, person=person, key="choir", circle=circle)


@pytest.mark.parametrize("know_each_other", [_colleagues, _family, _household, _choir])
def test_who_shares_a_place_in_life_is_not_introduced(know_each_other: object) -> None:
    ann, bo, brigid = two()
    assert callable(know_each_other)
    know_each_other(bo, brigid)
    assert found(ann) == []


def test_the_same_town_is_no_household() -> None:
    ann, bo, brigid = two()
    for person in (bo, brigid):
        Home.objects.create(book=bo.book, person=person, key="port amaranth", text="Port Amaranth")
    assert len(found(ann)) == 1


def test_what_was_tried_once_is_not_proposed_again() -> None:
    ann, bo, brigid = two()
    begin(first=brigid, second=bo, topic="butterflies", now=cast.MORNING)
    assert found(ann) == []


def test_who_rests_or_has_died_is_left_alone() -> None:
    ann, bo, brigid = two()
    rest(bo, now=cast.MORNING)
    assert found(ann) == []
    ann2 = cast.mo()
    cy, dee = cast.known(ann2, "Cy Park"), cast.known(ann2, "Dee Ngata")
    cares(cy, "chess")
    cares(dee, "chess")
    Person.objects.filter(pk=cy.pk).update(is_deceased=True)
    assert found(ann2) == []
