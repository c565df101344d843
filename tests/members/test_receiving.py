"""Who may send files, and how much, is settled before any of it lies on the disk."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

import cast
from rapport.members import receiving

pytestmark = pytest.mark.django_db
KIND = "multipart/form-data; boundary=x"


@pytest.fixture(autouse=True)
def _small(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    settings.UPLOAD_LIMIT = 100_000
    monkeypatch.setattr(receiving, "MARGIN", 0)
    monkeypatch.setattr(receiving, "OF_STRANGERS", 10_000)


class Body(BytesIO):
    """Tells how much of it was read."""

    def __init__(self, size: int) -> None:
        super().__init__(b'--x\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\n' + b"a" * size)
        self.size = len(self.getvalue())


def sent(client: Client, size: int, kind: str = KIND) -> tuple[int, bool]:
    """How it is answered, and whether any of it was read."""
    body = Body(size)
    more = {"wsgi.input": body, "CONTENT_LENGTH": str(body.size), "CONTENT_TYPE": kind}
    client.cookies["csrftoken"] = "x" * 32
    return client.post("/enter/login/", b"", kind, **more).status_code, body.tell() > 0


def test_nobody_fills_the_disk_without_signing_in() -> None:
    client = Client(HTTP_HOST="127.0.0.1", enforce_csrf_checks=True)
    assert sent(client, 20_000) == (413, False)
    assert sent(client, 5_000) == (403, True)


@pytest.mark.parametrize("kind", [KIND, "application/x-www-form-urlencoded", "application/json"])
def test_who_is_not_signed_in_holds_no_place_of_those_who_have_much_to_send(kind: str) -> None:
    client = Client(HTTP_HOST="127.0.0.1", enforce_csrf_checks=True)
    assert sent(client, 20_000, kind) == (413, False)
    assert "without signing in" in client.post("/", b"a" * 20_000, kind).content.decode()


def test_nor_does_a_member_with_more_than_a_page_takes() -> None:
    client = Client(HTTP_HOST="127.0.0.1", enforce_csrf_checks=True)
    client.force_login(cast.ann().account)
    assert sent(client, 200_000) == (413, False)
    assert sent(client, 20_000) == (403, True)
