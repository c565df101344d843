"""Bytes into harmless text."""

from rapport.kit.contentlines.decoding import Decoding, harmless


def test_utf8_first_then_the_older_encoding_and_it_is_counted() -> None:
    decoding = Decoding("windows-1250")
    assert [decoding.text("Zoë".encode()), decoding.text(b"Iksi\xf1ski")] == ["Zoë", "Iksiński"]
    assert decoding.guesses == 1


def test_the_default_reads_every_byte() -> None:
    assert Decoding().text(b"Jos\xe9 \x81") == "José "


def test_a_charset_is_believed_when_it_is_one() -> None:
    decoding = Decoding()
    assert decoding.text(b"\xc4\xe6\xee\xed", "windows-1251") == "Джон"
    assert {decoding.text(b"Ann", charset) for charset in ("unicode_escape", "idna", "windows-1242", "")} == {"Ann"}


def test_harmless_text_has_no_control_characters_marks_or_halves() -> None:
    assert harmless("a\x00b\u202ec\ud800d\u2028e\r\nf\ufeff") == "abc\ufffdd\ne\nf"


def test_joiners_inside_emoji_stay() -> None:
    assert harmless("👩\u200d🚀 ") == "👩\u200d🚀 "
