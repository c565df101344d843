"""A photo given, changed and taken away by hand: drawn anew, with nothing hidden in it."""

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

import cast
from kit.pictures.drawing import bomb, picture
from people.pages import as_member, words
from rapport.kit.pictures.small import SIDE, is_plain
from rapport.people.models import Batch, Person, Photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def bo() -> Person:
    return cast.known(cast.ann(), "Bo Lindqvist")


@pytest.fixture
def ann(bo: Person) -> Client:
    return as_member(bo.book.owner)


def give(client: Client, person: Person, content: bytes, name: str = "me.jpg") -> Any:
    return client.post(f"{person.path}photo/edit/", {"photo": SimpleUploadedFile(name, content)})


def from_archive(bo: Person) -> Photo:
    batch = Batch.objects.create(book=bo.book, label="cards")
    photo: Photo = Photo.objects.create(
        book=bo.book, person=bo, key="vcard", source="vcard", batch=batch, picture=b"\xff\xd8\xffold"
    )
    return photo


@pytest.mark.parametrize("form", ["JPEG", "PNG", "GIF", "WEBP"])
def test_a_photo_is_shown_small_and_plain(ann: Client, bo: Person, form: str) -> None:
    assert give(ann, bo, picture(form)).url == bo.path
    shown = ann.get(f"{bo.path}photo/").content
    assert is_plain(shown)
    with Image.open(io.BytesIO(shown)) as face:
        assert max(face.size) == SIDE
    assert f'src="{bo.path}photo/"' in words(ann.get(bo.path))


def test_the_owner_s_photo_stands_before_an_archive_s(ann: Client, bo: Person) -> None:
    from_archive(bo)
    give(ann, bo, picture())
    give(ann, bo, picture("PNG"))
    assert is_plain(ann.get(f"{bo.path}photo/").content)
    assert Photo.objects.filter(source="hand").count() == 1


def test_taken_away_there_is_none_and_no_archive_brings_it_back(ann: Client, bo: Person) -> None:
    old = from_archive(bo)
    give(ann, bo, picture())
    ann.post(f"{bo.path}photo/remove/")
    old.refresh_from_db()
    assert (ann.get(f"{bo.path}photo/").status_code, Photo.objects.count()) == (404, 1)
    assert old.struck_at is not None


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(b"", "no picture", id="empty"),
        pytest.param(b"<svg onload=alert(1)>", "no picture", id="script"),
        pytest.param(picture()[:400], "no picture", id="cut off"),
        pytest.param(bomb(), "50 million dots", id="bomb"),
        pytest.param(picture() + bytes(10_000_000), "10 MB", id="heavy"),
    ],
)
def test_a_bad_file_is_one_plain_sentence(ann: Client, bo: Person, content: bytes, says: str) -> None:
    answer = give(ann, bo, content)
    assert answer.status_code == 422
    assert says in words(answer)
    assert not Photo.objects.exists()


def test_without_a_file_it_asks_for_one(ann: Client, bo: Person) -> None:
    assert "Choose a picture first" in words(ann.post(f"{bo.path}photo/edit/", {"photo": "words"}))


def test_nobody_else_reaches_the_photo_of_somebody_in_a_book(bo: Person) -> None:
    cy = as_member(cast.cy())
    assert cy.get(f"{bo.path}photo/edit/").status_code == 404
    assert give(cy, bo, picture()).status_code == 404
    assert cy.post(f"{bo.path}photo/remove/").status_code == 404
    assert not Photo.objects.exists()
