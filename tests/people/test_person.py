"""The page of one person."""

import pytest

import cast
from people.pages import as_member, words
from rapport.people.add import add
from rapport.people.models import Book, Extra, Home, Identity, Interest, Photo
from rapport.people.typed import read
from rapport.people.whereabouts import zone_of_place
from rapport.sameness.merge import merge

pytestmark = pytest.mark.django_db


def test_everything_known_stands_on_it() -> None:
    ann = cast.ann()
    bo = add(book=Book.of(ann), typed=read("Bo Lindqvist, plumber, bo@x.example, met at the chapter"), now=cast.MORNING)
    Extra.objects.create(book=bo.book, person=bo, key="x", name="X-SHOE", value="44")
    Interest.objects.create(book=bo.book, person=bo, key="moths", topic="moths", word="moths", is_confided=True)
    text = words(as_member(ann).get(bo.path))
    for known in ("Bo Lindqvist", "plumber", "mailto:bo@x.example", "met at the chapter", "X-SHOE", "moths"):
        assert known in text
    assert "told in confidence" in text
    assert text.count("Only you see this page.") == 1


def test_a_page_may_hold_anything_as_text_only() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "<script>alert(1)</script>")
    Identity.objects.create(book=bo.book, person=bo, key="web:x", platform="web", handle="x", url="javascript:alert(1)")
    text = words(as_member(ann).get(bo.path))
    assert "<script>alert" not in text
    assert "javascript:" not in text


def test_their_time_is_told_by_their_town() -> None:
    assert zone_of_place("Oslo", "Norway") == "Europe/Oslo"
    assert zone_of_place("Bergen", "Norway") == "Europe/Oslo"
    assert zone_of_place("Munich", "Germany") == "Europe/Berlin"
    assert zone_of_place("Springfield", "United States") == ""
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    Home.objects.create(
        book=bo.book, person=bo, key="x", text="Wellington", locality="Wellington", country="New Zealand"
    )
    assert as_member(ann).get(bo.path).status_code == 200


def test_who_was_merged_leads_to_the_one_who_is_kept() -> None:
    ann = cast.ann()
    bo, other = cast.known(ann, "Bo Lindqvist"), cast.known(ann, "Bo L")
    merge(bo, other, code="by_hand", now=cast.MORNING)
    assert as_member(ann).get(other.path)["Location"] == bo.path


def test_a_face_is_private_and_only_a_picture() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    Photo.objects.create(book=bo.book, person=bo, key="vcards", picture=b"\xff\xd8\xff\xe0 picture")
    response = as_member(ann).get(f"{bo.path}photo/")
    assert (response["Content-Type"], response["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    assert "no-store" in response["Cache-Control"]
    Photo.objects.update(picture=b"<svg onload=alert(1)>")
    assert as_member(ann).get(f"{bo.path}photo/").status_code == 404
