"""Lines written: short, whole letters, and nothing smuggled."""

import io

from hypothesis import given
from hypothesis import strategies as st

from rapport.kit.contentlines.decoding import harmless
from rapport.kit.contentlines.line import Line, escape, parse
from rapport.kit.contentlines.physical import physical_lines
from rapport.kit.contentlines.unfold import logical_lines
from rapport.kit.contentlines.writing import folded, written


@given(st.text())
def test_folds_fall_between_letters_and_undo(text: str) -> None:
    raw = folded("NOTE:" + escape(harmless(text)))
    assert all(len(piece) <= 75 for piece in raw.split(b"\r\n"))
    assert all(piece.decode() is not None for piece in raw.split(b"\r\n"))
    lines = list(logical_lines(physical_lines(io.BytesIO(raw))))
    assert [line.raw.decode() for line in lines] == ["NOTE:" + escape(harmless(text))]


@given(st.text(), st.text())
def test_no_text_begins_a_line_of_its_own(value: str, param: str) -> None:
    raw = written(Line("FN", value, (("CN", param),)))
    assert raw.count(b"\r\n") == raw.count(b"\r\n ") + 1
    assert len(raw.decode().splitlines()) == raw.count(b"\r\n")


def test_a_line_break_becomes_two_letters() -> None:
    assert written(Line("FN", "Ann\r\nEMAIL:evil@x")) == b"FN:Ann\\nEMAIL:evil@x\r\n"


def test_params_come_back() -> None:
    line = Line("A", "x", (("CN", 'a "b"; c:\nd^,'), ("TYPE", "home")), "g1")
    assert parse(written(line).decode().strip()) == line


def test_a_name_that_is_none_is_not_written() -> None:
    assert written(Line("FN:x\r\nB", "y")) == b""
    assert written(Line("FN", "y", (("A:b", "c"),), "g h")) == b"FN:y\r\n"
