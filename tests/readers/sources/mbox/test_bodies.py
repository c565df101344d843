"""The plain words of a mail, where they are cheap."""

import base64

import pytest

from rapport.readers.sources.mbox.bodies import LONGEST, words
from rapport.readers.sources.mbox.headers import Headers

MIXED = b"--b\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"


def read(body: bytes, kind: str = "text/plain; charset=utf-8", coding: str = "8bit") -> str:
    return words(Headers(f"Content-Type: {kind}\nContent-Transfer-Encoding: {coding}\n".encode()), body)


@pytest.mark.parametrize(
    ("body", "kind", "coding"),
    [
        ("Grüße".encode(), "text/plain; charset=utf-8", "8bit"),
        ("Grüße".encode("latin-1"), "text/plain; charset=iso-8859-1", "8bit"),
        ("Grüße".encode("latin-1"), "text/plain; charset=no-such-thing", "8bit"),
        (b"Gr=C3=BC=\n=C3=9Fe", "text/plain", "quoted-printable"),
        (base64.encodebytes("Grüße".encode()), "text/plain; charset=\"UTF-8\"", "base64"),
        ("Grüße".encode("latin-1"), "text/plain; charset*=us-ascii'en'iso-8859-1", "8bit"),
    ],
)  # fmt: skip
def test_plain_mail_is_decoded(body, kind, coding):
    assert read(body, kind, coding) == "Grüße"


def test_the_first_part_of_a_mixed_mail_is_read_if_it_is_plain():
    body = MIXED + b"Gr=C3=BC=C3=9Fe\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n--b--\r\n"
    assert read(body, "multipart/alternative; boundary=b") == "Grüße"


def test_web_pages_and_nested_parts_are_left_alone():
    assert read(b"<p>x</p>", "text/html") == ""
    assert read(b"--b\nContent-Type: multipart/mixed; boundary=c\n\n--c\n", "multipart/mixed; boundary=b") == ""


def test_base64_cut_in_the_middle_gives_what_is_there():
    assert read(base64.encodebytes(b"hello there")[:-4], coding="base64").startswith("hello")


def test_escaped_from_lines_lose_one_mark_and_length_is_bounded():
    assert read(b">From here\n>>From there") == "From here\n>From there"
    assert len(read(b"x" * 30_000)) == LONGEST
