"""Taking the book along from the settings."""

import json
from pathlib import Path

import pytest
from django.conf import settings
from django.http import FileResponse
from django.test import Client

import cast
from rapport.exports.forms import FORMS
from rapport.people.models import Book
from tainted import MARK, tainted_book

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann() -> Client:
    ann = cast.ann()
    tainted_book(ann)
    return seen_by(ann)


def seen_by(member: object) -> Client:
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(member.account)  # type: ignore[attr-defined]
    return client


def read(client: Client, path: str) -> bytes:
    answer = client.get(path)
    assert isinstance(answer, FileResponse)
    assert "no-store" in answer.headers["Cache-Control"]
    return b"".join(answer.streaming_content)  # type: ignore[arg-type]


def test_the_settings_lead_there(ann: Client) -> None:
    assert "/settings/export/" in ann.get("/settings/").content.decode()
    assert "/settings/export/zip/" in ann.get("/settings/export/").content.decode()


@pytest.mark.parametrize("form", FORMS)
def test_each_form_comes_as_a_file_and_leaves_nothing_behind(ann: Client, form: str) -> None:
    before = set(Path(settings.DATA).iterdir())
    answer = ann.get(f"/settings/export/{form}/")
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="rapport-ann-')
    assert answer.headers["Content-Length"] == str(len(b"".join(answer)))
    assert set(Path(settings.DATA).iterdir()) == before


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("who", ["bo", "mo"])
def test_nobody_takes_along_what_is_ann_s(ann: Client, who: str, form: str) -> None:
    assert MARK.encode() not in read(seen_by(getattr(cast, who)()), f"/settings/export/{form}/?notes=1")


def test_notes_come_along_only_if_asked(ann: Client) -> None:
    assert b"\nNOTE:" not in read(ann, "/settings/export/vcf/")
    assert b"\nNOTE:" in read(ann, "/settings/export/vcf/?notes=1")


def test_an_empty_book_can_be_taken_too() -> None:
    bo = cast.bo()
    assert json.loads(read(seen_by(bo), "/settings/export/json/"))["people"] == []
    assert Book.of(bo)


def test_there_is_no_other_form(ann: Client) -> None:
    assert ann.get("/settings/export/exe/").status_code == 404
