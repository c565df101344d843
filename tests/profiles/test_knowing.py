"""Is this the Bo you know? Asked of the owner alone, on what is published to them, and answered for good."""

import pytest

import cast
from profiles.showing import browser, connect, words
from rapport.members.audience import Audience
from rapport.members.blocking import block
from rapport.members.models import Member
from rapport.people import keys
from rapport.people.claims import say as claim
from rapport.people.models import Book, Identity, Interest, Link, Person
from rapport.profiles.knowing import meant, proposals
from rapport.profiles.links import link, show_way
from rapport.profiles.models import NotSame, Proof
from rapport.profiles.same import no, not_after_all, put_into, yes

pytestmark = pytest.mark.django_db
ADDRESS, PAGE = "bo@harbour.example", "https://www.linkedin.com/in/bo-lindqvist"


@pytest.fixture
def ann() -> Member:
    return cast.ann()


@pytest.fixture
def bo() -> Member:
    return cast.bo()


def knows(owner: Member, platform: str = "linkedin", handle: str = "bo-lindqvist", name: str = "Bo L.") -> Person:
    person = cast.known(owner, name)
    values = {"platform": platform, "handle": handle}
    claim(Identity, person=person, key=keys.identity(platform, handle), now=cast.MORNING, **values)
    return person


def asked(owner: Member) -> list[tuple[str, str]]:
    return [(one.person.name, one.member.handle) for one in proposals(Book.of(owner))]


def test_the_same_page_on_both_sides_is_asked_about(ann: Member, bo: Member) -> None:
    knows(ann)
    link(member=bo, text=PAGE, audience=1)
    assert asked(ann) == [("Bo L.", "bo")]
    assert "Is this the Bo L. you know?" in words(browser(ann).get("/known/"))
    assert 'href="/known/"' in words(browser(ann).get("/people/"))


@pytest.mark.parametrize(
    ("platform", "handle", "text"), [("email", ADDRESS, ADDRESS), ("phone", "+442079460018", "+44 20 7946 0018")]
)
def test_a_way_counts_as_far_as_it_is_shown(ann: Member, bo: Member, platform: str, handle: str, text: str) -> None:
    knows(ann, platform, handle)
    show_way(member=bo, text=text, audience=Audience.CONNECTIONS, now=cast.MORNING)
    assert asked(ann) == []
    connect(bo, ann)
    assert asked(ann) == [("Bo L.", "bo")]


def test_the_address_one_signs_in_with_is_nobody_s_to_match(ann: Member, bo: Member) -> None:
    knows(ann, "email", bo.account.email)
    assert asked(ann) == []


def test_a_name_alone_proposes_nothing(ann: Member, bo: Member) -> None:
    cast.known(ann, "Bo Lindqvist")
    assert asked(ann) == []
    assert [person.name for person in meant(Book.of(ann), bo)] == ["Bo Lindqvist"]


def test_what_is_proven_is_asked_first(ann: Member, bo: Member) -> None:
    cy = cast.cy()
    knows(ann)
    link(member=cy, text=PAGE, audience=1)
    mine = link(member=bo, text=PAGE, audience=1)
    Proof.objects.create(member=bo, key=mine.key, means="link", proved_at=cast.MORNING, checked_at=cast.MORNING)
    assert [handle for _, handle in asked(ann)] == ["bo", "cy"]


@pytest.mark.parametrize("why", ["blocked", "trashed", "dead", "suspended", "oneself", "struck"])
def test_who_cannot_be_meant_is_not_asked_about(ann: Member, bo: Member, why: str) -> None:
    person = knows(ann)
    link(member=ann if why == "oneself" else bo, text=PAGE, audience=1)
    if why == "blocked":
        block(by=bo, other=ann, now=cast.MORNING)
    elif why == "trashed":
        Person.objects.update(trashed_at=cast.MORNING)
    elif why == "dead":
        Person.objects.filter(pk=person.pk).update(is_deceased=True)
    elif why == "suspended":
        type(bo.account).objects.filter(pk=bo.account_id).update(is_active=False)
    elif why == "struck":
        Identity.objects.update(struck_at=cast.MORNING)
    assert asked(ann) == []


def test_yes_links_and_the_person_s_page_leads_there(ann: Member, bo: Member) -> None:
    person = knows(ann)
    link(member=bo, text=PAGE, audience=1)
    client = browser(ann)
    client.post(f"/known/{person.number}/", {"handle": "bo", "say": "yes"})
    assert Link.objects.get().member == bo
    assert asked(ann) == []
    assert f'href="{bo.path}"' in words(client.get(person.path))
    assert f'href="{person.path}"' in words(client.get(bo.path))


def test_no_is_remembered_and_undo_too(ann: Member, bo: Member) -> None:
    person = knows(ann)
    link(member=bo, text=PAGE, audience=1)
    client = browser(ann)
    client.post(f"/known/{person.number}/", {"handle": "bo", "say": "no"})
    assert asked(ann) == []
    client.post(f"/known/{person.number}/", {"handle": "@Bo", "say": "yes"})
    assert not NotSame.objects.exists()
    client.post(f"/known/{person.number}/", {"say": "undo"})
    assert not Link.objects.exists()
    assert asked(ann) == []


@pytest.mark.parametrize("handle", ["nobody_here", "mo", "ann", "", "x" * 300])
def test_a_handle_that_cannot_be_seen_is_answered_alike(ann: Member, handle: str) -> None:
    mo = cast.mo()
    block(by=mo, other=ann, now=cast.MORNING)
    person = cast.known(ann, "Bo")
    client = browser(ann)
    client.post(f"/known/{person.number}/", {"handle": handle, "say": "yes"})
    assert "No member here has this handle" in words(client.get(person.path))
    assert not Link.objects.exists()


def test_nobody_answers_for_another_s_book(ann: Member, bo: Member) -> None:
    person = knows(ann)
    assert browser(cast.cy()).post(f"/known/{person.number}/", {"handle": "bo"}).status_code == 404
    assert not Link.objects.exists()


def test_a_member_is_put_into_the_book_once_with_what_they_show(ann: Member, bo: Member) -> None:
    link(member=bo, text=PAGE, audience=1)
    show_way(member=bo, text=ADDRESS, audience=Audience.CONNECTIONS, now=cast.MORNING)
    client = browser(ann)
    first = client.post(f"{bo.path}keep/")["Location"]
    assert client.post(f"{bo.path}keep/")["Location"] == first
    person = Person.objects.get()
    assert (person.name, Link.objects.get().member) == ("Bo Lindqvist", bo)
    assert [way.key for way in Identity.objects.filter(person=person)] == ["linkedin:bo-lindqvist"]


def test_one_is_asked_before_somebody_is_there_twice(ann: Member, bo: Member) -> None:
    exact, alike = knows(ann), cast.known(ann, "bo lindqvist")
    link(member=bo, text=PAGE, audience=1)
    client = browser(ann)
    asking = words(client.post(f"{bo.path}keep/"))
    assert asking.index(exact.path) < asking.index(alike.path)
    assert not Link.objects.exists()
    client.post(f"{bo.path}keep/", {"as": "new"})
    assert Link.objects.get().person not in (exact, alike)
    assert NotSame.objects.count() == 2


def test_nobody_puts_themselves_into_their_book(ann: Member) -> None:
    browser(ann).post(f"{ann.path}keep/")
    assert not Person.objects.exists()


def test_the_member_and_the_others_see_nothing_of_it(ann: Member, bo: Member) -> None:
    pages = ["/", "/people/", "/known/", "/profile/", bo.path, ann.path, "/members/"]
    before = [words(browser(bo).get(path)) for path in pages]
    person = knows(ann)
    link(member=bo, text=PAGE, audience=1)
    before[3], before[4] = (words(browser(bo).get(path)) for path in (pages[3], pages[4]))
    yes(person=person, member=bo, now=cast.MORNING)
    after = [words(browser(bo).get(path)) for path in pages]
    assert [len(page) for page in after] == [len(page) for page in before]
    assert Interest.objects.count() == 0


def test_answers_are_safe_to_give_twice(ann: Member, bo: Member) -> None:
    person = knows(ann)
    for _ in range(2):
        no(person=person, member=bo, now=cast.MORNING)
    for _ in range(2):
        yes(person=person, member=bo, now=cast.MORNING)
    for _ in range(2):
        not_after_all(person=person, now=cast.MORNING)
    assert put_into(book=Book.of(ann), member=bo, now=cast.MORNING) != person
