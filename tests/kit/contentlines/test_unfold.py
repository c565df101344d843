"""Foldings of three kinds undone."""

from rapport.kit.contentlines.physical import Physical
from rapport.kit.contentlines.unfold import logical_lines


def unfolded(*raws: bytes, longest: int = 1000) -> list[bytes]:
    physical = (Physical(number, raw, is_cut=False) for number, raw in enumerate(raws, 1))
    return [line.raw for line in logical_lines(physical, longest=longest)]


def test_a_leading_blank_continues_the_line() -> None:
    assert unfolded(b"NOTE:one", b"  two", b"\tthree", b"FN:Ann") == [b"NOTE:one twothree", b"FN:Ann"]


def test_a_letter_cut_in_two_is_whole_again() -> None:
    assert unfolded(b"FN:Zo\xc3", b" \xab")[0].decode() == "FN:Zoë"


def test_empty_lines_between_folds_do_not_part_them() -> None:
    assert unfolded(b"UID", b"", b" :1", b"", b"FN:Ann") == [b"UID:1", b"FN:Ann"]


def test_soft_breaks_of_quoted_printable() -> None:
    lines = unfolded(b"NOTE;ENCODING=QUOTED-PRINTABLE:one=0A=", b"two", b"FN:Ann")
    assert lines == [b"NOTE;ENCODING=QUOTED-PRINTABLE:one=0Atwo", b"FN:Ann"]


def test_a_soft_break_folded_as_well_loses_the_folds_blank_only() -> None:
    assert unfolded(b"FN;QUOTED-PRINTABLE:Ren=C3=A9 =", b" Dupont")[0].endswith(b"A9 Dupont")
    assert unfolded(b"FN;QUOTED-PRINTABLE:Ren=C3=A9=", b" Dupont")[0].endswith(b"A9 Dupont")


def test_a_soft_break_does_not_swallow_the_end() -> None:
    assert unfolded(b"FN;QUOTED-PRINTABLE:Ann=", b"END:VCARD")[1] == b"END:VCARD"


def test_base64_without_leading_blanks() -> None:
    lines = unfolded(b"PHOTO;ENCODING=b:/9j/4AAQ", b"SkZJRg==", b"FN:Ann")
    assert lines == [b"PHOTO;ENCODING=b:/9j/4AAQSkZJRg==", b"FN:Ann"]


def test_a_hundred_thousand_folds_are_bounded() -> None:
    lines = unfolded(b"NOTE:", *[b" x"] * 100_000, b"FN:Ann", longest=500)
    assert len(lines[0]) <= 502
    assert lines[1] == b"FN:Ann"


def test_empty_folds_cost_nothing() -> None:
    assert unfolded(b"NOTE", *[b" "] * 100_000, b" :x") == [b"NOTE:x"]
