"""What a member shows that they care about, in the book of whoever said who they are: as far as it is shown."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import cast
from profiles.showing import browser, connect
from rapport.introductions.ideas import ideas
from rapport.members.audience import Audience
from rapport.members.blocking import block
from rapport.members.models import Member
from rapport.people import keys
from rapport.people.claims import say as claim
from rapport.people.models import Book, Interest, Link, Person
from rapport.profiles.caring import take_over_all
from rapport.profiles.jobs import refresh, tell_books
from rapport.profiles.models import ShownInterest
from rapport.profiles.same import not_after_all, yes
from rapport.profiles.say import say_lines

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann() -> Member:
    return cast.ann()


@pytest.fixture
def bo() -> Member:
    made = cast.bo()
    cares(made, "Lepidoptera")
    return made


def cares(member: Member, *words: str, audience: int = Audience.MEMBERS) -> None:
    say_lines(member=member, model=ShownInterest, texts=words, audience=audience)


def known(ann: Member, bo: Member) -> Person:
    person = cast.known(ann, "Bo Lindqvist")
    yes(person=person, member=bo, now=cast.MORNING)
    return person


def topics(person: Person) -> list[str]:
    return list(Interest.objects.shown().filter(person=person).order_by("topic").values_list("topic", flat=True))


def test_what_is_shown_comes_into_the_book_with_its_evidence(ann: Member, bo: Member) -> None:
    [row] = Interest.objects.filter(person=known(ann, bo))
    told = (row.topic, row.word, row.source, row.evidence, row.is_confided, row.is_hand)
    assert told == ("butterflies", "Lepidoptera", "hub", "profile", False, False)


def test_what_is_not_for_the_owner_stays_out(ann: Member, bo: Member) -> None:
    cares(bo, "Lepidoptera", audience=Audience.CONNECTIONS)
    person = known(ann, bo)
    assert topics(person) == []
    connect(bo, ann)
    refresh.func({})
    assert topics(person) == ["butterflies"]


def test_it_follows_what_is_shown(ann: Member, bo: Member) -> None:
    person = known(ann, bo)
    cares(bo, "Choir", "Sailing")
    tell_books.func({"member": bo.pk})
    assert len(topics(person)) == 2
    assert "sailing" in topics(person)
    cares(bo, "Choir", audience=Audience.LIVING_ROOM)
    refresh.func({})
    assert topics(person) == []


def test_what_the_owner_struck_out_or_made_their_own_stays_so(ann: Member, bo: Member) -> None:
    person = known(ann, bo)
    row = Interest.objects.get(person=person)
    browser(ann).post(f"{person.path}facts/interests/{row.number}/remove/")
    refresh.func({})
    assert topics(person) == []
    claim(Interest, person=person, key=row.key, now=cast.MORNING, topic=row.topic, word=row.word)
    cares(bo)
    refresh.func({})
    assert topics(person) == ["butterflies"]


@pytest.mark.parametrize("how", ["undo", "block", "leave"])
def test_it_goes_when_they_part(ann: Member, bo: Member, how: str) -> None:
    person = known(ann, bo)
    if how == "undo":
        not_after_all(person=person, now=cast.MORNING)
    elif how == "block":
        block(by=bo, other=ann, now=cast.MORNING)
    else:
        bo.account.delete()
        refresh.func({})
    assert topics(person) == []


def test_somebody_else_said_to_be_the_member_takes_it_along(ann: Member, bo: Member) -> None:
    first, second = known(ann, bo), cast.known(ann, "Bosse")
    yes(person=second, member=bo, now=cast.MORNING)
    assert (topics(first), topics(second)) == ([], ["butterflies"])


def test_it_serves_an_introduction(ann: Member, bo: Member) -> None:
    person, brigid = known(ann, bo), cast.known(ann, "Brigid O'Daly")
    key = keys.interest("butterflies", "hand")
    claim(Interest, person=brigid, key=key, now=cast.MORNING, topic="butterflies", word="butterflies")
    [idea] = ideas(Book.of(ann), day=cast.MORNING.toordinal())
    assert ({idea.first, idea.second}, idea.topics) == ({person.pk, brigid.pk}, ("butterflies",))


def test_a_whole_book_is_brought_in_line_with_few_questions(ann: Member, bo: Member) -> None:
    people = [known(ann, bo)]
    for who in (cast.cy(), cast.mo()):
        cares(who, "Choir")
        people.append(cast.known(ann, who.name))
        Link.objects.create(book=people[0].book, person=people[-1], member=who)
    with CaptureQueriesContext(connection) as queries:
        take_over_all(people[0].book, list(Link.objects.all()))
    assert [len(topics(person)) for person in people] == [1, 1, 1]
    with CaptureQueriesContext(connection) as again:
        take_over_all(people[0].book, list(Link.objects.all()))
    assert len(again) <= 6 < len(queries)
