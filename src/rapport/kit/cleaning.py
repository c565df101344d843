"""Text as it comes, freed of what hides in it: control signs, direction marks, lone surrogates."""

import re
import unicodedata
from functools import cache

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
_LONE = re.compile("[\ud800-\udfff]")
# A joiner means something between two letters that join, or inside an emoji; elsewhere it only hides.
_JOINING = "[\u0300-\u1fff\u20d0-\ufefe\uff00-\U0010ffff]"
_IDLE_JOINER = re.compile(f"(?<!{_JOINING})[\u200c\u200d]|[\u200c\u200d](?!{_JOINING})")
_LONGEST_NUMBER = 18  # digits
_MOST_MARKS = 30  # combining marks on one letter: more makes normalising quadratic (UAX 15, stream-safe text)


def clean(text: str) -> str:
    """`text` in NFC with `\\n` as its only line end, without NUL and other control characters, lone surrogates,
    direction marks or idle zero-width characters (joiners inside emoji and joining scripts stay)."""
    while not (text.isascii() and text.isprintable()):
        before = text
        text = _UNSEEN.sub("", _BREAKS.sub("\n", text))
        if not text.isascii():
            text = _IDLE_JOINER.sub("", _normal(_LONE.sub("\ufffd", text)))
        if text == before:
            break
    return text


def one_line(text: str) -> str:
    """Clean text in which every run of white space is one space: for names, titles, labels."""
    return " ".join(clean(text).split())


def whole(text: str) -> int | None:
    """The whole number that is typed, if it is one and no longer than any that a database holds: Python itself refuses
    to read one of very many digits."""
    return int(text) if text.isdecimal() and len(text) <= _LONGEST_NUMBER else None


def _normal(text: str) -> str:
    if len(text) > 1000:
        text = _marks().sub(lambda run: run.group()[:_MOST_MARKS], text)
    return unicodedata.normalize("NFC", text)


@cache
def _marks() -> re.Pattern[str]:
    marks = "".join(chr(code) for code in range(0x300, 0x1E94B) if unicodedata.combining(chr(code)))
    return re.compile(f"[{marks}]{{{_MOST_MARKS + 1},}}")
