"""Private lists of people."""

import pytest

import cast
from people.pages import as_member, words
from rapport.ledger.lists import list_named, put_on, take_off
from rapport.ledger.models import List, ListEntry
from rapport.people.models import Batch, Book, Person

pytestmark = pytest.mark.django_db


def test_a_word_on_a_person_is_a_list() -> None:
    ann = cast.ann()
    bo, browser = cast.known(ann, "Bo Lindqvist"), as_member(ann)
    for word in ("#Chefs", "chefs", "CHEFS "):
        browser.post(f"{bo.path}lists/", {"name": word})
    assert ListEntry.objects.count() == 1
    assert "1 person" in words(browser.get("/lists/"))
    assert "Bo Lindqvist" in words(browser.get(List.objects.get().path))


def test_somebody_is_put_on_by_name_from_the_list() -> None:
    ann = cast.ann()
    for name in ("Bo Lindqvist", "Sal Moretti", "Sal Moretti"):
        cast.known(ann, name)
    chosen, browser = list_named(Book.of(ann), "Chefs"), as_member(ann)
    browser.post(chosen.path, {"name": "bo lindqvist"})
    assert ListEntry.objects.get().person.name == "Bo Lindqvist"
    assert "Several are called so." in words(browser.post(chosen.path, {"name": "Sal Moretti"}, follow=True))
    assert "Nobody in your book" in words(browser.post(chosen.path, {"name": "Nobody"}, follow=True))


def test_taken_off_what_an_archive_put_there_stays_off() -> None:
    bo = cast.known(cast.ann(), "Bo Lindqvist")
    chosen = list_named(bo.book, "Chefs")
    batch = Batch.objects.create(book=bo.book, label="contacts")
    ListEntry.objects.create(book=bo.book, person=bo, key="chefs", list=chosen, batch=batch, source="vcards")
    take_off(chosen, bo, now=cast.MORNING)
    assert not ListEntry.objects.shown().exists()
    assert ListEntry.objects.get().struck_at == cast.MORNING


def test_a_list_renamed_to_another_joins_it() -> None:
    ann = cast.ann()
    bo, sal = cast.known(ann, "Bo"), cast.known(ann, "Sal")
    chefs, cooks = list_named(bo.book, "Chefs"), list_named(bo.book, "Cooks")
    put_on(chefs, [bo], now=cast.MORNING)
    put_on(cooks, [bo, sal], now=cast.MORNING)
    page = words(as_member(ann).post(f"{cooks.path}rename/", {"name": "chefs"}, follow=True))
    assert "The two are one now." in page
    assert List.objects.get().name == "Chefs"
    assert set(ListEntry.objects.values_list("person__name", flat=True)) == {"Bo", "Sal"}


def test_a_list_renamed_keeps_its_people() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo")
    chefs = list_named(bo.book, "Chefs")
    put_on(chefs, [bo], now=cast.MORNING)
    as_member(ann).post(f"{chefs.path}rename/", {"name": "Cooks"})
    put_on(list_named(bo.book, "cooks"), [bo], now=cast.MORNING)
    assert ListEntry.objects.count() == 1
    assert "Cooks" in words(as_member(ann).get("/lists/"))


def test_a_deleted_list_leaves_its_people() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo")
    chefs = list_named(bo.book, "Chefs")
    put_on(chefs, [bo], now=cast.MORNING)
    as_member(ann).post(f"{chefs.path}remove/")
    assert not List.objects.exists()
    assert Person.objects.get().name == "Bo"


def test_those_in_the_trash_do_not_stand_on_it() -> None:
    ann = cast.ann()
    sal = cast.known(ann, "Sal Moretti")
    chefs = list_named(sal.book, "Chefs")
    put_on(chefs, [sal], now=cast.MORNING)
    Person.objects.update(trashed_at=cast.MORNING)
    assert "Sal Moretti" not in words(as_member(ann).get(chefs.path))
    assert "0 people" in words(as_member(ann).get("/lists/"))


def test_nobody_else_opens_one() -> None:
    ann = cast.ann()
    chefs = list_named(Book.of(ann), "Chefs")
    cy = as_member(cast.cy())
    assert cy.get(chefs.path).status_code == 404
    assert cy.post(f"{chefs.path}remove/").status_code == 404
    assert "Chefs" not in words(cy.get("/lists/"))
