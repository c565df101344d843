"""From bytes to harmless text: UTF-8, else the older encoding that was chosen, and a count of where it was needed."""

import codecs
import re

OLDER = "windows-1252"

_CHARSET = re.compile(
    r"(?i)(?:utf-?8|utf-?16(?:-?[lb]e)?|us-?ascii|iso[-_]?8859[-_]?\d{1,2}|latin-?\d|(?:windows|cp)-?12\d\d|"
    r"koi8-[ru]|shift[-_]?jis|euc-(?:jp|kr)|iso-2022-(?:jp|kr)|gb(?:2312|k|18030)|big5|macintosh|mac-roman)"
)
_BREAKS = dict.fromkeys(map(ord, "\x85\u2028\u2029"), "\n")
_UNSEEN = [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)]
_DIRECTIONS = [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF]
_TABLE = {**dict.fromkeys([*_UNSEEN, *_DIRECTIONS]), **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"), **_BREAKS}
_PLAIN = re.compile(r"[\n\t\x20-\x7e\xa0-\xff]*+")


class Decoding:
    """Reads bytes as UTF-8 and falls back, line by line, to `older`; `guesses` counts the lines that needed it."""

    def __init__(self, older: str | None = None) -> None:
        self.older = older if older and _is_known(older) else OLDER
        self.guesses = 0

    def text(self, raw: bytes, charset: str = "") -> str:
        """Harmless text. A `charset` named by the line itself is believed where it is a known one and fits."""
        if charset and _is_known(charset):
            try:
                return harmless(raw.decode(charset))
            except UnicodeDecodeError:
                pass
        try:
            return harmless(raw.decode())
        except UnicodeDecodeError:
            self.guesses += 1
            return harmless(_leniently(raw, self.older))


def harmless(text: str) -> str:
    """The text with `\\n` as its only line end, without control characters, direction marks or lone surrogates."""
    if _PLAIN.fullmatch(text):
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE)


def _is_known(charset: str) -> bool:
    """Python knows encodings that are none of text, or slow: only those of the pattern are asked for."""
    if not _CHARSET.fullmatch(charset):
        return False
    try:
        codecs.lookup(charset)
    except LookupError:
        return False
    return True


def _leniently(raw: bytes, codec: str) -> str:
    try:
        return raw.decode(codec)
    except UnicodeDecodeError:
        return raw.decode("latin-1" if codec == OLDER else codec, "replace")
