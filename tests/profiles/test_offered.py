"""Documents to take away: what is taken, under which name, and how it is handed out."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

import cast
from kit.pictures.drawing import bomb, picture
from profiles.showing import browser, pdf, words
from rapport.members.audience import Audience
from rapport.members.models import Member
from rapport.profiles.links import NotShown
from rapport.profiles.models import OfferedFile, Portrait
from rapport.profiles.offered import MOST_BYTES, offer, plain_name
from rapport.profiles.say import say

pytestmark = pytest.mark.django_db


def give(member: Member, name: str = "prices.pdf", content: bytes = b"%PDF-1.4", audience: int = 1) -> OfferedFile:
    return offer(member=member, name=name, file=io.BytesIO(content), audience=audience, now=cast.MORNING)


def test_a_file_is_handed_out_to_be_kept_and_never_opened_here() -> None:
    ann = cast.ann()
    file = give(ann, "Prices “2026” für Ångström.pdf")
    answer = browser(ann).get(f"{ann.path}files/{file.number}/")
    assert answer.content == b"%PDF-1.4"
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''Prices%20%E2%80%9C2026")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["Content-Type"] == "application/pdf"


@pytest.mark.parametrize("name", ["x.html", "x.svg", "x.xml", "x.js", "x.exe", "x", "x.pdf.html", "x.pdf/", ""])
def test_what_a_browser_would_run_is_not_taken(name: str) -> None:
    with pytest.raises(NotShown):
        give(cast.ann(), name, b"<script>alert(1)</script>")


def test_a_page_that_calls_itself_a_pdf_is_not_taken() -> None:
    with pytest.raises(NotShown):
        give(cast.ann(), "x.pdf", b"<html>")


@pytest.mark.parametrize("size", [0, MOST_BYTES + 1])
def test_an_empty_file_and_one_too_large_are_not_taken(size: int) -> None:
    with pytest.raises(NotShown):
        give(cast.ann(), "x.txt", b"x" * size)
    assert not OfferedFile.objects.exists()


def test_there_is_room_for_twenty() -> None:
    ann = cast.ann()
    for _ in range(20):
        give(ann)
    with pytest.raises(NotShown):
        give(ann)
    assert sorted(OfferedFile.objects.values_list("number", flat=True)) == list(range(1, 21))


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\ann\\prices.PDF", "prices.pdf"),
        ("in\u202efdp.txt", "infdp.txt"),
        ("a\r\nSet-Cookie: x.txt", "a Set-Cookie x.txt"),
        ("x" * 400 + ".pdf", "x" * 116 + ".pdf"),
        ('a"b;c.txt', "a b c.txt"),
    ],
)
def test_a_name_loses_what_is_not_a_name(name: str, plain: str) -> None:
    assert plain_name(name) == plain


def test_who_may_not_see_it_gets_the_answer_of_one_that_is_not_there() -> None:
    ann = cast.ann()
    file = give(ann, audience=Audience.CONNECTIONS)
    cy = browser(cast.cy())
    there, nowhere = (cy.get(f"{ann.path}files/{number}/") for number in (file.number, 9))
    assert (there.status_code, len(words(there))) == (404, len(words(nowhere)))


def portray(member: Member, content: bytes, name: str = "me.jpg"):
    return browser(member).post("/profile/photo/", {"photo": SimpleUploadedFile(name, content), "audience": "0"})


def test_a_photo_is_drawn_anew_and_says_nothing_else() -> None:
    ann = cast.ann()
    say(member=ann, opens_for=Audience.EVERYONE)
    exif = Image.Exif()
    exif[0x010F] = "secret harbour"
    portray(ann, picture("JPEG", exif=exif, comment=b"secret harbour"))
    answer = browser(None).get(f"{ann.path}photo/")
    assert answer["Content-Type"] == "image/jpeg"
    assert b"secret" not in answer.content
    assert max(Image.open(io.BytesIO(answer.content)).size) <= 192
    assert browser(None).get(f"{ann.path}photo/", HTTP_IF_NONE_MATCH=answer["ETag"]).status_code == 304


@pytest.mark.parametrize("content", [b"<svg onload=alert(1)>", b"", b"GIF89a", bomb()])
def test_what_is_no_picture_is_refused_with_a_sentence(content: bytes) -> None:
    ann = cast.ann()
    answer = portray(ann, content)
    assert not Portrait.objects.exists()
    assert answer.status_code == 422
    assert "errorlist" in words(answer)


def test_a_photo_is_shown_to_others_than_before_and_taken_away() -> None:
    ann = cast.ann()
    portray(ann, picture())
    browser(ann).post("/profile/photo/", {"audience": "2"})
    assert Portrait.objects.get().audience == Audience.CONNECTIONS
    assert browser(cast.cy()).get(f"{ann.path}photo/").status_code == 404
    browser(ann).post("/profile/photo/", {"remove": "1"})
    assert browser(ann).get(f"{ann.path}photo/").status_code == 404


def test_the_file_stands_on_the_page_with_its_size() -> None:
    ann = cast.ann()
    offer(member=ann, name="prices.pdf", file=pdf(), audience=1, now=cast.MORNING)
    assert "22\xa0bytes" in words(browser(ann).get(ann.path))
