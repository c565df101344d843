"""The two pages read most ask the database little, however much is written down."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import cast
from people.pages import as_member, words
from rapport.members.models import Member
from rapport.people.models import Circle, CircleMember, Claim, Interest, Note, Person, Photo
from rapport.people.showing.held import everything, held
from rapport.people.showing.kept import arms
from rapport.ties.record import log
from tainted import tainted_book

pytestmark = pytest.mark.django_db
MOST = 16


def filled(owner: Member) -> Person:
    """One row of every kind about Bo, and days in touch for more than the first part of the time line."""
    book = tainted_book(owner)
    book.next_numbers("interaction")  # the first is there already, and two people are
    book.next_numbers("person", 2)
    person: Person = Person.objects.get(book=book, number=1)
    for days in range(12):
        kind = "meeting" if days == 5 else "message"
        on = date(2026, 11, 1) + timedelta(days=days)
        log(people=[person], kind=kind, channel="x", direction="out", now=cast.MORNING, on=on)
    return person


@pytest.mark.parametrize("page", ["person", "people"])
def test_a_page_asks_at_most_sixteen_times(page: str) -> None:
    ann = cast.ann()
    bo, cy = filled(ann), cast.known(ann, "Cy Park")
    path, name = (bo.path, bo.name) if page == "person" else ("/people/", cy.name)
    browser = as_member(ann)
    assert name in words(browser.get(path))
    with CaptureQueriesContext(connection) as queries:
        browser.get(path)
    assert len(queries) <= MOST, "\n".join(query["sql"][:150] for query in queries)


def test_every_kind_of_fact_is_asked_for_at_once() -> None:
    bo = filled(cast.ann())
    with CaptureQueriesContext(connection) as queries:
        known = everything(bo)
    assert len(queries) == 1
    assert {arm.kind.model for arm in arms()} >= {model for model in known if issubclass(model, Claim)} >= {Note, Photo}


def test_what_is_asked_at_once_is_what_each_table_says() -> None:
    bo = filled(cast.ann())
    of = {arm.kind.model: arm.kind.of for arm in arms()}
    for model, rows in everything(bo).items():
        pictures = {"picture"}
        names = [field.attname for field in model._meta.concrete_fields if field.name not in pictures]
        [stored] = model._default_manager.filter(**{of[model]: bo})
        assert {name: getattr(rows[0], name) for name in names} == {name: getattr(stored, name) for name in names}


def test_what_was_struck_out_and_what_is_of_others_is_not_among_it() -> None:
    ann = cast.ann()
    bo, cy = cast.known(ann, "Bo Lindqvist"), cast.known(ann, "Cy Park")
    Interest.objects.create(book=bo.book, person=bo, key="moths", topic="moths", word="moths", struck_at=cast.MORNING)
    Interest.objects.create(book=bo.book, person=cy, key="tides", topic="tides", word="tides")
    assert held(bo, Interest) == []


def test_what_a_fact_leads_to_comes_along() -> None:
    bo = cast.known(cast.ann(), "Bo Lindqvist")
    circle = Circle.objects.create(book=bo.book, name="Harbour Choir", folded="harbour choir")
    CircleMember.objects.create(book=bo.book, person=bo, key="c", circle=circle)
    [member] = held(bo, CircleMember)
    assert member.circle.name == "Harbour Choir"
