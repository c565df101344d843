"""Your people, narrowed by what is known of them, alone and together."""

from datetime import timedelta
from typing import Any

import pytest

import cast
from people.pages import as_member, words
from rapport.kit.sieves import sieved, sieves
from rapport.ledger.lists import list_named, put_on
from rapport.ledger.models import Filter
from rapport.members.models import Member
from rapport.people.claims import say
from rapport.people.models import (
    Book,
    Circle,
    CircleMember,
    Day,
    Home,
    Identity,
    Interest,
    Job,
    Occasion,
    Organization,
    Person,
    Presence,
    Record,
)
from rapport.ties.record import log
from rapport.ties.rest import rest
from rapport.ties.roles import give

pytestmark = pytest.mark.django_db
TODAY = cast.MORNING.date()


@pytest.fixture(autouse=True)
def _on_thursday(settings: Any) -> None:
    settings.CLOCK_FIXED = cast.MORNING


@pytest.fixture
def ann() -> Member:
    """Ann knows Bo and Sal; all that can be sifted by is true of Bo alone."""
    ann = cast.ann()
    bo, sal = cast.known(ann, "Bo Lindqvist"), cast.known(ann, "Sal Moretti")
    facts: list[tuple[Any, dict[str, Any]]] = [
        (Interest, {"topic": "butterflies", "word": "butterflies"}),
        (Home, {"text": "Quay 3", "locality": "Bergen", "country": "Norway"}),
        (Identity, {"platform": "mastodon", "handle": "@bo@wings.example"}),
        (Day, {"kind": "birthday", "on": "--11-28", "precision": "month-day", "month_day": "11-28"}),
        (Job, {"organization": Organization.objects.create(book=bo.book, name="Hotel", folded="hotel")}),
        (Presence, {"occasion": Occasion.objects.create(book=bo.book, key="o", title="Fair")}),
        (CircleMember, {"circle": Circle.objects.create(book=bo.book, name="Choir", folded="choir")}),
        (Record, {}),
    ]
    for model, values in facts:
        say(model, person=bo, key="x", now=cast.MORNING, **values)
    Record.objects.update(source="linkedin")
    put_on(list_named(bo.book, "Sailors"), [bo], now=cast.MORNING)
    give(bo, "client", on=TODAY)
    rest(bo, now=cast.MORNING)
    log(people=[bo], kind="call", channel="phone", direction="out", now=cast.MORNING, on=TODAY - timedelta(days=100))
    Person.objects.filter(pk=bo.pk).update(is_deceased=True)
    Person.objects.filter(pk=sal.pk).update(added_at=cast.MORNING - timedelta(days=400), is_hand=False)
    return ann


def left(owner: Member, **params: str) -> list[str]:
    book = Book.of(owner)
    everybody = Person.objects.here().filter(book=book)
    return list(sieved(everybody, book, params).order_by("folded").values_list("name", flat=True))


BO = {
    "interest": "butterflies",
    "place": "bergen",
    "organization": "1",
    "platform": "mastodon",
    "occasion": "1",
    "circle": "1",
    "source": "linkedin",
    "since": "30",
    "birthday": "now",
    "deceased": "yes",
    "list": "1",
    "role": "client",
    "silent": "60",
    "unwritten": "no",
    "resting": "yes",
}


@pytest.mark.parametrize("name", sorted(BO))
def test_each_sieve_keeps_whom_it_fits(ann: Member, name: str) -> None:
    assert left(ann, **{name: BO[name]}) == ["Bo Lindqvist"]


def test_all_of_them_together(ann: Member) -> None:
    assert left(ann, **BO) == ["Bo Lindqvist"]
    assert left(ann, **{**BO, "unwritten": "yes"}) == []


def test_the_closest_stand_in_a_layer(ann: Member) -> None:
    Person.objects.update(is_deceased=False)
    assert left(ann, layer="5") == ["Bo Lindqvist"]


def test_the_other_answers(ann: Member) -> None:
    assert left(ann, unwritten="yes") == left(ann, resting="no") == left(ann, deceased="no") == ["Sal Moretti"]
    assert left(ann, since="2025-01-01", source="hand") == ["Bo Lindqvist"]
    assert left(ann, place="norway", birthday="11") == ["Bo Lindqvist"]
    assert left(ann, silent="180") == left(ann, birthday="3") == []


@pytest.mark.parametrize("name", [sieve.name for sieve in sieves()])
@pytest.mark.parametrize("value", ["-1", "x", "9" * 40, "\x00", "²", "2026-13-40", "'"])
def test_senseless_values_let_nobody_through(ann: Member, name: str, value: str) -> None:
    assert left(ann, **{name: value}) == []
    assert as_member(ann).get("/people/", {name: value}, follow=True).status_code == 200


def test_lists_of_others_are_nobody_s(ann: Member) -> None:
    cy = cast.cy()
    cast.known(cy, "Dee Okonkwo")
    assert left(cy, list="1") == left(cy, organization="1") == []


def test_every_choice_offered_leads_to_somebody(ann: Member) -> None:
    for sieve in sieves():
        if sieve.name in ("organization", "interest", "place", "platform", "occasion", "circle", "source", "role"):
            choices = sieve.choices(Book.of(ann))
            assert choices
            assert all(left(ann, **{sieve.name: value}) for value, _says in choices)


def test_the_page_offers_what_there_is_and_shows_what_was_chosen(ann: Member) -> None:
    browser = as_member(ann)
    form = words(browser.get("/people/narrow/?list=1"))
    assert '<option value="1" selected>Sailors</option>' in form
    assert "Butterflies" in form or "butterflies" in form
    page = words(browser.get("/people/?list=1&place=Bergen"))
    assert 'href="/people/?place=Bergen"' in page
    assert "Moretti" not in page


def test_a_filter_is_kept_under_a_name_and_removed(ann: Member) -> None:
    browser = as_member(ann)
    sent = {"filter_name": "Sailors of Bergen", "list": "1", "place": "Bergen", "order": "latest", "evil": "x"}
    assert browser.post("/people/filters/", sent)["Location"] == "/people/?list=1&place=Bergen"
    browser.post("/people/filters/", sent)
    kept = Filter.objects.get()
    assert "Sailors of Bergen" in words(browser.get("/people/"))
    assert as_member(cast.cy()).post(f"/people/filters/{kept.number}/remove/").status_code == 404
    browser.post(f"/people/filters/{kept.number}/remove/")
    assert not Filter.objects.exists()


def test_a_filter_without_a_name_or_without_meaning_is_not_kept(ann: Member) -> None:
    for sent in ({"filter_name": " ", "list": "1"}, {"filter_name": "All", "order": "latest"}):
        as_member(ann).post("/people/filters/", sent)
    assert not Filter.objects.exists()
