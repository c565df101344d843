"""One person or two, as the owner says."""

import pytest

import cast
from people.pages import as_member, words
from rapport.people.models import Day, Distinct, Home, Identity, Merge, Person

pytestmark = pytest.mark.django_db


def test_both_are_laid_side_by_side() -> None:
    ann = cast.ann()
    bo, other = cast.known(ann, "Bo Lindqvist"), cast.known(ann, "B. Lindqvist")
    for person, handle in ((bo, "bo@x.example"), (other, "b@x.example")):
        Identity.objects.create(book=bo.book, person=person, key=f"email:{handle}", platform="email", handle=handle)
    page = words(as_member(ann).get(f"{bo.path}same/{other.number}/"))
    assert "bo@x.example" in page
    assert "not the same" in page


def test_the_earlier_is_kept_with_what_both_had() -> None:
    ann = cast.ann()
    bo, other = cast.known(ann, "Bo Lindqvist"), cast.known(ann, "Bo Lindqvist")
    Home.objects.create(book=bo.book, person=other, key="oslo", text="Oslo")
    as_member(ann).post(f"{other.path}same/{bo.number}/", {"answer": "same"})
    assert Person.objects.here().get() == bo
    assert Home.objects.get().person == bo
    assert Merge.objects.get().code == "by_hand"


def test_two_are_remembered_as_two() -> None:
    ann = cast.ann()
    bo, other = cast.known(ann, "Bo Lindqvist"), cast.known(ann, "Bo Lindqvist")
    as_member(ann).post(f"{bo.path}same/{other.number}/", {"answer": "two"})
    assert Distinct.objects.count() == 1
    assert Person.objects.here().count() == 2


def test_nobody_is_compared_with_oneself_or_with_others_people() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    cast.known(cast.cy(), "Bo Lindqvist")
    assert as_member(ann).get(f"{bo.path}same/{bo.number}/").status_code == 404
    assert as_member(ann).get(f"{bo.path}same/99/").status_code == 404


def born(person: Person, on: str, precision: str, source: str = "hand") -> None:
    Day.objects.create(
        book=person.book,
        person=person,
        key=f"birthday:{on}",
        kind="birthday",
        on=on,
        precision=precision,
        month_day=on[-5:],
        source=source,
    )


def test_a_birthday_without_its_year_is_not_called_another() -> None:
    ann = cast.ann()
    bo, other = cast.known(ann, "Bo Lindqvist"), cast.known(ann, "B. Lindqvist")
    born(bo, "1978-05-17", "day")
    born(other, "--05-17", "month-day")
    page = words(as_member(ann).get(f"{bo.path}same/{other.number}/"))
    assert "17 May 1978" in page
    assert "not the same" not in page


def test_the_fuller_of_two_birthdays_is_shown_with_both_sources() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    born(bo, "--05-17", "month-day", "google")
    born(bo, "1978-05-17", "day")
    born(bo, "1978-05-18", "day")
    page = words(as_member(ann).get(bo.path))
    assert page.count("17 May") == 1
    assert "You wrote it. From Google." in page
    assert "18 May 1978" in page


def test_what_was_said_to_be_one_can_be_parted_from_their_page() -> None:
    ann = cast.ann()
    bo, other = cast.known(ann, "Bo Lindqvist"), cast.known(ann, "Bo L.")
    third, fourth = cast.known(ann, "Cy"), cast.known(ann, "Cy P.")
    browser = as_member(ann)
    browser.post(f"{third.path}same/{fourth.number}/", {"answer": "same"})
    said = browser.post(f"{bo.path}same/{other.number}/", {"answer": "same"}, follow=True)
    merge = Merge.objects.get(kept=bo)
    assert f"/merges/{merge.number}/undo/" in words(said)
    assert f"/merges/?of={bo.number}" in words(browser.get(bo.path))
    assert words(browser.get(f"/merges/?of={bo.number}")).count("/undo/") == 1
    browser.post(f"/merges/{merge.number}/undo/")
    assert "/merges/?of=" not in words(browser.get(bo.path))
