import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.mutations import is_clean
from rapport.formats.decoding import LINE_LIMIT, Lines, clean, decoded, one_line, sniffed
from rapport.formats.files import Refused


def lines(raw: bytes, encoding: str | None = None) -> tuple[list[str], str]:
    read = Lines(io.BytesIO(raw), encoding)
    return list(read), read.said()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_ends_a_line(end):
    assert lines(f"Ann{end}Bo{end}{end}Cy".encode()) == (["Ann", "Bo", "", "Cy"], "")


@pytest.mark.parametrize("form", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-32"])
def test_unicode_forms_are_told_by_mark_or_pattern(form):
    assert lines("Ann,Øystein\nBo".encode(form))[0] == ["Ann,Øystein", "Bo"]


def test_an_older_file_is_read_as_windows_1252_and_says_so():
    assert lines("José – “Bo”\nx".encode("cp1252")) == (["José – “Bo”", "x"], "Read as Windows-1252.")


def test_two_encodings_on_one_line_both_come_out_right():
    read, said = lines(b"Jos\xe9,Ru\xc3\xadz\nAnn\n")
    assert read == ["José,Ruíz", "Ann"]
    assert "on 1 of the lines" in said


def test_a_letter_cut_in_two_by_a_chunk_is_whole(monkeypatch):
    monkeypatch.setattr("rapport.formats.decoding.CHUNK", 3)
    assert lines("aaØbb\r\ncc".encode()) == (["aaØbb", "cc"], "")


def test_the_owner_may_name_the_encoding():
    assert lines("Žižek".encode("cp1250"), "cp1250") == (["Žižek"], "Read as CP1250.")
    with pytest.raises(Refused, match="no character encoding"):
        lines(b"x", "rot13")


def test_an_endless_line_does_not_fill_memory():
    read, _ = lines(b"x" * (LINE_LIMIT * 3) + b"\nBo\n")
    assert LINE_LIMIT < len(read[0]) < LINE_LIMIT * 1.2
    assert read[1:] == ["Bo"]


def test_hidden_signs_go_and_meaningful_joiners_stay():
    assert clean("\u202eRuiz\u200b\u200d") == "Ruiz"
    assert clean("👩\u200d🚒 می\u200cخواهم") == "👩\u200d🚒 می\u200cخواهم"
    assert clean("a\x00b\x07c\r\nd\x0be\ud800f") == "abc\nd\ne\ufffdf"
    assert one_line(" Ann \n\t Okafor\u00a0") == "Ann Okafor"


def test_text_is_composed():
    assert clean("Bra\u030aten") == "Bråten"


def test_a_tower_of_accents_is_cut_before_it_costs_time():
    assert len(clean("a" + "\u0315\u0300" * 300_000)) <= 31


def test_a_small_text_is_decoded_whole():
    assert decoded(b"caf\xe9\r\nBo") == "café\nBo"
    assert sniffed(b"\x00A\x00n\x00n") == "utf-16-be"


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text):
    once = clean(text)
    assert clean(once) == once
    assert is_clean(once)
    assert unicodedata.is_normalized("NFC", once)


@given(st.binary())
def test_any_bytes_become_lines(raw):
    assert all(is_clean(clean(line)) for line in lines(raw)[0])
