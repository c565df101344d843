"""Who is this? Found by whatever one remembers."""

from datetime import date
from typing import Any

import pytest

import cast
from people.pages import as_member, words
from rapport.kit.aftermath import settle
from rapport.ledger.lists import list_named, put_on
from rapport.members.models import Member
from rapport.people.claims import say, strike
from rapport.people.models import (
    Book,
    Claim,
    Home,
    Identity,
    Interest,
    Job,
    Met,
    Note,
    Occasion,
    Organization,
    Person,
    Presence,
)
from rapport.rights.erase import erase
from rapport.rights.trash import restore, trash
from rapport.sameness.merge import merge, unmerge
from rapport.search.everywhere import everywhere
from rapport.search.query import read_query

pytestmark = pytest.mark.django_db


def known(owner: Member, name: str) -> Person:
    person = cast.known(owner, name)
    settle(person.book, [person.pk])
    return person


def told(person: Person, model: type[Claim], **values: Any) -> Claim:
    claim = say(model, person=person, key=str(values), now=cast.MORNING, **values)
    settle(person.book, [person.pk])
    return claim


def found(owner: Member, typed: str, group: str = "people") -> list[str]:
    groups = everywhere(Book.of(owner), read_query(typed, region="GB"))
    return [hit.name for one in groups if one.finder.name == group for hit in one.hits]


@pytest.fixture
def ann() -> Member:
    return cast.ann()


@pytest.mark.parametrize("typed", ["Bo", "lindq", "QVIST", "bo l", "l b", "lindqvist, bo"])
def test_a_fragment_of_the_name_is_enough(ann: Member, typed: str) -> None:
    known(ann, "Bo Lindqvist")
    known(ann, "Sal Moretti")
    assert found(ann, typed) == ["Bo Lindqvist"]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Øystein Bråten", "oystein braten"),
        ("Oystein Braten", "Øystein"),
        ("Сергей Иванов", "ivanov"),
        ("P\u0430rk Cy", "park"),
        ("Seán O’Brien", "obrien"),
    ],
)
def test_accents_scripts_and_look_alikes_do_not_matter(ann: Member, name: str, typed: str) -> None:
    known(ann, name)
    assert found(ann, typed) == [name]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Bo Lindqvist", "Lindquist"),
        ("Bo Lindqvist", "Lidnqvist"),
        ("Catherine Wu", "Katherine"),
        ("William Park", "bill park"),
        ("Bill Park", "william"),
        ("Jürgen Müller", "Mueller"),
        ("Meyer", "Maier"),
        ("Cy", "\u0421\u0443"),
    ],
)
def test_slips_and_names_that_sound_alike_are_forgiven(ann: Member, name: str, typed: str) -> None:
    known(ann, name)
    known(ann, "Dee Okonkwo")
    assert found(ann, typed, "alike") == [name]


@pytest.mark.parametrize("typed", ["+44 20 7946 0000", "020 7946 0000", "0044 (0)20 79460000", "7946-0000", "79460"])
def test_a_telephone_number_is_found_however_it_is_written(ann: Member, typed: str) -> None:
    told(known(ann, "Bo Lindqvist"), Identity, platform="phone", handle="+442079460000")
    known(ann, "Sal Moretti")
    assert found(ann, typed) == ["Bo Lindqvist"]


@pytest.mark.parametrize(
    ("model", "values", "typed"),
    [
        (Identity, {"platform": "email", "handle": "bo@harbour.example"}, "bo@harbour"),
        (Identity, {"platform": "mastodon", "handle": "@wings@fosstodon.example"}, "@wings"),
        (Job, {"title": "Pastry chef"}, "pastry"),
        (Home, {"text": "Quay 3", "locality": "Tromsø"}, "tromso"),
        (Interest, {"topic": "butterflies", "word": "butterflies"}, "lepidoptera"),
        (Interest, {"topic": "butterflies", "word": "butterflies"}, "#Butterfly"),
        (Met, {"how": "In the queue at the ferry"}, "ferry"),
        (Note, {"text": "Two daughters, one plays the oboe"}, "oboe"),
        (Note, {"text": "Two daughters, one plays the oboe"}, "bo oboe"),
    ],
)
def test_found_by_what_is_known(ann: Member, model: type[Claim], values: dict[str, str], typed: str) -> None:
    told(known(ann, "Bo Lindqvist"), model, **values)
    known(ann, "Sal Moretti")
    assert found(ann, typed) == ["Bo Lindqvist"]


def test_an_occasion_without_a_day_comes_after_those_with_one(ann: Member) -> None:
    bo = known(ann, "Bo Lindqvist")
    for at, day in enumerate((date(2026, 5, 2), None, date(2026, 5, 9))):
        party = Occasion.objects.create(book=bo.book, key=str(at), title=f"Soirée {at}", begins_on=day)
        told(bo, Presence, occasion=party)
    assert found(ann, "soiree", "occasions") == ["Soirée 2", "Soirée 0", "Soirée 1"]


def test_firms_occasions_and_lists_are_found_with_their_people(ann: Member) -> None:
    bo = known(ann, "Bo Lindqvist")
    firm = Organization.objects.create(book=bo.book, name="Harbour Hotels Ltd", folded="harbour hotels")
    party = Occasion.objects.create(book=bo.book, key="o", title="Soirée on the pier", begins_on=date(2026, 5, 2))
    told(bo, Job, organization=firm, title="Chef")
    told(bo, Presence, occasion=party)
    put_on(list_named(bo.book, "Sailing club"), [bo], now=cast.MORNING)
    assert found(ann, "harbour", "organizations") == ["Harbour Hotels Ltd"]
    assert found(ann, "soiree", "occasions") == ["Soirée on the pier"]
    assert found(ann, "sailing", "lists") == ["Sailing club"]
    assert [found(ann, typed) for typed in ("harbour hot", "soiree", "sailing")] == [["Bo Lindqvist"]] * 3


def test_whole_names_lead_then_beginnings_then_fragments_then_the_rest(ann: Member) -> None:
    told(known(ann, "Sal Moretti"), Note, text="Sister of Ann")
    for name in ("Joanna Ek", "Annika Berg", "Ann Berg"):
        known(ann, name)
    assert found(ann, "ann") == ["Ann Berg", "Annika Berg", "Joanna Ek", "Sal Moretti"]


def test_the_page_says_why_and_marks_the_fragment(ann: Member) -> None:
    told(known(ann, "Bo Lindqvist"), Note, text="Plays the <b>oboe</b>")
    known(ann, "Oboe Smith")
    page = words(as_member(ann).get("/search/?q=oboe"))
    assert "Your note" in page
    assert "&lt;b&gt;<mark>oboe</mark>&lt;/b&gt;" in page


def test_enter_on_a_single_find_opens_it_but_typing_does_not(ann: Member) -> None:
    bo = known(ann, "Bo Lindqvist")
    browser = as_member(ann)
    assert browser.get("/search/?q=lindq")["Location"] == bo.path
    typing = browser.get("/search/?q=lindq", headers={"hx-request": "true"})
    assert typing.status_code == 200
    assert "<html" not in words(typing)
    assert browser.get("/search/?q=lindquist").status_code == 200  # a guess is shown, not opened


def test_nothing_found_helps_and_nothing_typed_teaches(ann: Member) -> None:
    browser = as_member(ann)
    assert "Nothing found" in words(browser.get("/search/?q=zzz"))
    assert "Who was it again?" in words(browser.get("/search/"))


@pytest.mark.parametrize("typed", ['"', "*", "a" * 5000, "%_\\", "\x00", "NOT", "name:", "((", "🙂", "梅", "0000"])
def test_anything_may_be_typed(ann: Member, typed: str) -> None:
    known(ann, "Bo Lindqvist")
    assert as_member(ann).get("/search/", {"q": typed}).status_code in (200, 302)


def test_nobody_finds_anything_of_mine(ann: Member) -> None:
    told(known(ann, "Bo Lindqvist"), Note, text="taintwort")
    cy = cast.cy()
    known(cy, "Dee Okonkwo")
    for typed in ("bo", "lindquist", "taintwort"):
        assert found(cy, typed) == found(cy, typed, "alike") == []


def test_who_is_in_the_trash_or_merged_away_is_not_found(ann: Member) -> None:
    bo, other = known(ann, "Bo Lindqvist"), known(ann, "Robert Lindt")
    trash(people=[bo], now=cast.MORNING)
    assert found(ann, "lind") == ["Robert Lindt"]
    restore(people=[Person.objects.get(pk=bo.pk)])
    told(other, Note, text="juggles")
    done = merge(bo, other, code="same_name", now=cast.MORNING)
    assert found(ann, "juggles") == ["Bo Lindqvist"]
    unmerge(done, now=cast.MORNING)
    assert found(ann, "juggles") == ["Robert Lindt"]


def test_what_is_struck_or_erased_is_not_found(ann: Member) -> None:
    bo = known(ann, "Bo Lindqvist")
    note = told(bo, Note, text="juggles")
    strike(note, now=cast.MORNING)
    settle(bo.book, [bo.pk])
    assert found(ann, "juggles") == []
    erase(bo.book, [bo], suppressed=False, now=cast.MORNING)
    assert found(ann, "lindqvist") == []
