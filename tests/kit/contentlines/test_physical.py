"""Lines out of bytes: every line end, every Unicode form, bounded."""

import io

import pytest

from rapport.kit.contentlines.physical import CHUNK, physical_lines


def read(raw: bytes, **options: int) -> list[bytes]:
    return [line.raw for line in physical_lines(io.BytesIO(raw), **options)]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r", b"\r\r\n"])
def test_every_line_end(end: bytes) -> None:
    assert read(b"one" + end + b"two" + end) == [b"one", b"two"]


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_every_unicode_form(codec: str) -> None:
    assert read("FN:Zoë\nEND".encode(codec)) == ["FN:Zoë".encode(), b"END"]


def test_a_line_end_across_two_chunks_is_one() -> None:
    first = b"a" * (CHUNK - 1)
    assert read(first + b"\r\n" + b"b") == [first, b"b"]


def test_a_line_that_is_too_long_is_cut_and_the_next_is_whole() -> None:
    lines = list(physical_lines(io.BytesIO(b"x" * 300_000 + b"\nEND\n"), longest=1000))
    assert [(line.number, len(line.raw), line.is_cut) for line in lines] == [(1, 1000, True), (2, 3, False)]


def test_nothing_is_no_line() -> None:
    assert read(b"") == []


def test_many_bare_returns_are_many_empty_lines() -> None:
    assert len(read(b"\r" * 200_000)) == 200_000
