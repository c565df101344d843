"""Your people, page by page."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import cast
from people.pages import as_member, words
from rapport.members.models import Member
from rapport.people.models import Book, Person, Review
from rapport.ties.record import log

pytestmark = pytest.mark.django_db


def crowd(owner: Member, count: int) -> Book:
    book = Book.of(owner)
    Person.objects.bulk_create(
        Person(
            book=book,
            number=number,
            name=f"Person {number:03d}",
            folded=f"person {number // 3:03d}",  # namesakes must not be lost between pages
            added_at=cast.MORNING - timedelta(minutes=number),
        )
        for number in book.next_numbers("person", count)
    )
    return book


def names(text: str) -> list[str]:
    return re.findall(r'class="name"[^>]*>([^<]+)', text)


@pytest.mark.parametrize("order", ["name", "latest"])
def test_every_page_begins_behind_the_one_before(order: str) -> None:
    ann = cast.ann()
    crowd(ann, 120)
    browser = as_member(ann)
    path, seen = f"/people/?order={order}", []
    while path:
        text = words(browser.get(path))
        seen.append(names(text))
        following = re.search(r'rel="next" href="([^"]+)"', text)
        path = following[1].replace("&amp;", "&") if following else ""
    assert [len(page) for page in seen] == [50, 50, 20]
    assert len({name for page in seen for name in page}) == 120
    back = re.search(r'rel="prev" href="([^"]+)"', text)
    assert back is not None
    assert names(words(browser.get(back[1].replace("&amp;", "&")))) == seen[1]


def test_a_mark_that_cannot_be_read_leads_to_the_first_page() -> None:
    ann = cast.ann()
    crowd(ann, 3)
    for mark in ("x", "W10", "WzEsMl0", "%00"):
        assert len(names(words(as_member(ann).get(f"/people/?after={mark}")))) == 3


def test_the_number_of_queries_does_not_grow_with_the_rows() -> None:
    ann = cast.ann()
    crowd(ann, 60)
    browser = as_member(ann)
    browser.get("/people/")
    with CaptureQueriesContext(connection) as queries:
        browser.get("/people/")
    assert len(queries) <= 16


def test_a_letter_leads_to_its_names() -> None:
    ann = cast.ann()
    cast.known(ann, "Bo Lindqvist")
    cast.known(ann, "Sal Moretti")
    assert names(words(as_member(ann).get("/people/?at=s"))) == ["Sal Moretti"]


def test_the_closest_and_the_longest_silent_lead() -> None:
    ann = cast.ann()
    bo, sal = cast.known(ann, "Bo Lindqvist"), cast.known(ann, "Sal Moretti")
    for person, day in ((bo, 1), (sal, 12), (sal, 15)):
        on = cast.MORNING.date().replace(day=day)
        log(people=[person], kind="call", channel="phone", direction="both", now=cast.MORNING, on=on)
    browser = as_member(ann)
    assert names(words(browser.get("/people/?order=closest"))) == ["Sal Moretti", "Bo Lindqvist"]
    assert names(words(browser.get("/people/?order=silent"))) == ["Bo Lindqvist", "Sal Moretti"]


def test_an_empty_book_teaches() -> None:
    assert "Nobody yet" in words(as_member(cast.ann()).get("/people/"))


def test_others_see_nobody_of_mine() -> None:
    bo = cast.known(cast.ann(), "Sal Moretti")
    cy = as_member(cast.cy())
    assert "Moretti" not in words(cy.get("/people/"))
    for path in (bo.path, f"{bo.path}photo/", f"{bo.path}death/", f"{bo.path}same/1/"):
        assert cy.get(path).status_code == 404
    for act in ("trash", "restore", "death", "same/1"):
        assert cy.post(f"{bo.path}{act}/").status_code == 404


def test_ticked_people_are_put_on_a_list_let_rest_and_trashed() -> None:
    ann = cast.ann()
    bo, sal = cast.known(ann, "Bo Lindqvist"), cast.known(ann, "Sal Moretti")
    browser = as_member(ann)
    ticked = {"people": [bo.number, sal.number]}
    said = browser.post("/people/together/", {**ticked, "act": "list", "word-list": "Friends"}, follow=True)
    assert "on the list “Friends”" in words(said)
    assert "2 people rest" in words(browser.post("/people/together/", {**ticked, "act": "rest"}, follow=True))
    browser.post("/people/together/", {**ticked, "act": "trash"})
    assert Person.objects.here().count() == 0


def test_two_ticked_are_laid_side_by_side() -> None:
    ann = cast.ann()
    bo, other = cast.known(ann, "Bo Lindqvist"), cast.known(ann, "Bo Lindqvist")
    Review.objects.create(book=bo.book, first=bo, second=other, stage="asked", code="same_name", weight=1)
    browser = as_member(ann)
    chosen = {"people": [bo.number, other.number], "act": "same"}
    assert "One person or two?" in words(browser.post("/people/together/", chosen, follow=True))
    browser.post(f"{bo.path}same/{other.number}/", {"answer": "two"})
    assert not Review.objects.exists()


def test_ticks_on_people_of_others_do_nothing() -> None:
    bo = cast.known(cast.ann(), "Bo Lindqvist")
    as_member(cast.cy()).post("/people/together/", {"people": [bo.number], "act": "trash"})
    assert Person.objects.here().count() == 1


def test_one_is_not_led_elsewhere() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    sent = {"people": [bo.number], "act": "rest", "next": "https://evil.example/"}
    assert as_member(ann).post("/people/together/", sent)["Location"] == "/people/"


@pytest.mark.parametrize("number", ["9" * 30, "-1", "x", "²", ""])
def test_senseless_ticks_are_no_error(number: str) -> None:
    ann = cast.ann()
    cast.known(ann, "Bo Lindqvist")
    assert as_member(ann).post("/people/together/", {"people": [number], "act": "trash"}).status_code == 302
    assert as_member(ann).get(f"/people/{'9' * 30}/").status_code == 404
    assert Person.objects.here().count() == 1


def test_what_a_form_left_open_does_not_stand_in_the_address() -> None:
    browser = as_member(cast.ann())
    assert browser.get("/people/?interest=&order=recent&birthday=")["Location"] == "/people/?order=recent"
    assert browser.get("/people/?interest=&place=")["Location"] == "/people/"
    assert browser.get("/people/?interest=moths").status_code == 200
