"""What every reader must survive: broken files, and the proof that nothing unclean comes out of them."""

import io
import random
import re
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from mutations import mutated as broken
from rapport.formats.facts import Fact, When
from rapport.formats.files import Dropped, Member, Refused
from rapport.formats.names import plain

HOSTILE = (
    "\u202egro.elpmaxe", "\u200b\u200d", "\ud800".encode("utf-8", "surrogatepass"), "a\u0301" * 40,
    "\u0315\u0300" * 400, "javascript:alert(1)", "data:text/html,x", "https://a@b.example", "=cmd|' /C calc'!A0",
    "<script>x</script>",
    "%00%ff%2f..", "30 Feb 2026", "99/99/9999", "0000-00-00", "1e999", "٠١", "\x1b[2J", "\r\r\n", '""","', ",,,,,,,,",
    "'" * 9, "\\", '\\"', ";;;;", "\t\t", "BEGIN:VCARD\r\n", "END:VCARD\r\n", "BEGIN:VEVENT\n", "From x Mon Jan 06\n",
    "=3D=\n", "=?utf-8?q?=00?=", "RRULE:FREQ=SECONDLY\n", "DTSTART:99991331T256199Z\n",
)  # fmt: skip
_UNCLEAN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
_WHEN = re.compile(r"(\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d([+-]\d\d:\d\d)?)?)?)?|--\d\d-\d\d)?")


def member(path: str, content: bytes | str) -> Member:
    """A file as the door hands it to a reader."""
    raw = content.encode() if isinstance(content, str) else content
    return Member(path, plain(path), len(raw), lambda: io.BytesIO(raw))


def dropped(files: dict[str, bytes | str]) -> Dropped:
    return Dropped("Archive", tuple(member(path, content) for path, content in files.items()))


def mutated(seed: bytes, times: int) -> Iterator[bytes]:
    """`times` broken forms of `seed`, the same in every run: bits, cuts, repeats, hostile words, halves exchanged."""
    for number, form in enumerate(broken(seed, times)):
        rng = random.Random(number)  # noqa: S311
        yield rng.choice((_as_it_is, _with_hostile_words, _spliced))(form, rng)


def survived(read: Callable[[bytes], Iterable[Fact]], forms: Iterable[bytes], seconds: float = 1.0) -> int:
    """Read every form; nothing but `Refused` may be raised and only clean facts come out. Returns how many facts."""
    count = 0
    for form in forms:
        began = time.process_time()
        try:
            for fact in read(form):
                assert is_clean(fact), f"{fact!r} came out of {form!r}"
                count += 1
        except Refused:
            pass
        assert time.process_time() - began < seconds, f"too long: {form!r}"
    return count


def is_clean(value: object) -> bool:
    """Whether all text in a fact is normal, visible and, where it is a link or a date, well formed."""
    if isinstance(value, When) and not _WHEN.fullmatch(value.text):
        return False
    if isinstance(value, Struct):
        link = getattr(value, "url", "")
        fields = (getattr(value, name) for name in value.__struct_fields__)
        return link[:7] in ("", "http://", "https:/") and all(map(is_clean, fields))
    if isinstance(value, str):
        return value.isascii() and value.isprintable() or _is_clean_text(value)
    return not isinstance(value, tuple) or all(map(is_clean, value))


def _is_clean_text(text: str) -> bool:
    return not _UNCLEAN.search(text) and unicodedata.is_normalized("NFC", text)


def _as_it_is(form: bytes, _rng: random.Random) -> bytes:
    return form


def _with_hostile_words(form: bytes, rng: random.Random) -> bytes:
    word = rng.choice(HOSTILE)
    place = rng.randrange(len(form) + 1)
    return form[:place] + (word if isinstance(word, bytes) else word.encode()) + form[place:]


def _spliced(form: bytes, rng: random.Random) -> bytes:
    here, there = rng.randrange(len(form) + 1), rng.randrange(len(form) + 1)
    return form[:here] + form[there:]
