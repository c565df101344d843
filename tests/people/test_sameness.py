"""One person or two, as the owner says."""

import pytest

import cast
from people.pages import as_member, words
from rapport.people.models import Distinct, Home, Identity, Merge, Person

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
