"""Names as people bear them: languages, maiden names, short names, scripts, and no accidental namesakes."""

from dataclasses import dataclass
from functools import cache
from random import Random
from unicodedata import category, normalize

from rapport.town.chance import pick
from rapport.town.folk import Name
from rapport.town.words import rows

LANGUAGES = {"en": 50, "es": 10, "zh": 8, "ar": 6, "de": 6, "no": 5, "ga": 3, "ru": 5, "hi": 4, "ja": 3}
SCRIPTS = frozenset({"zh", "ar", "ru", "hi", "ja"})
_FAMILY_FIRST = frozenset({"zh", "ja"})
_NO_PARTS = str.maketrans({"ø": "o", "Ø": "O", "ß": "ss", "æ": "ae", "Æ": "Ae", "ł": "l", "Ł": "L", "đ": "d", "ð": "d"})
_ADORNMENTS = (", MBA", ", Ph.D.", ", FCA", " MRICS", " CPA", " ☕", " 🎤", " 🌍", " 🔧")


@dataclass(frozen=True)
class Word:
    """One name: as written, in Latin letters, and the short forms of both."""

    native: str
    roman: str
    short: str = ""

    @property
    def is_foreign(self) -> bool:
        return self.native != self.roman


def fold(text: str) -> str:
    """Latin letters without marks; other scripts as they are."""
    parts = normalize("NFKD", text.translate(_NO_PARTS))
    return normalize("NFC", "".join(char for char in parts if category(char) != "Mn"))


def make_name(rng: Random, taken: set[str]) -> Name:
    """A new name nobody in town bears in any form; its forms are added to `taken`."""
    for attempt in range(200):
        name = _any_name(rng, is_double=attempt > 40)
        if claim(name, taken):
            return name
    raise RuntimeError("the word list is too short for a town of this size")


def claim(name: Name, taken: set[str]) -> bool:
    """Take all forms of a name, unless somebody has one of them."""
    forms = {form.casefold() for form in _forms(name)}
    if forms & taken:
        return False
    taken |= forms
    return True


def _forms(name: Name) -> list[str]:
    given = {name.given, name.nickname or name.given}
    family = {name.family, name.maiden or name.family}
    forms = [fold(f"{one} {two}") for one in sorted(given) for two in sorted(family)]
    return [*forms, name.native] if name.native else forms


def _any_name(rng: Random, is_double: bool) -> Name:
    language = pick(rng, list(LANGUAGES), list(LANGUAGES.values()))
    is_woman = rng.random() < 0.52
    given = rng.choice(_words(language, "f" if is_woman else "m"))
    family = _family(rng, language, is_woman)
    if is_double:
        other = _family(rng, language, is_woman)
        family = Word(f"{family.native}-{other.native}", f"{family.roman}-{other.roman}")
    if language == "en" and rng.random() < 0.006:
        return Name(given.roman, "", language)
    case = _case(rng, language, given, family, is_woman)
    return Name(
        given=given.roman,
        family=family.roman,
        language=language,
        case=case,
        maiden=_family(rng, language, is_woman).roman if case == "maiden" else "",
        nickname=given.short if case == "nickname" else "",
        native=_native(language, given, family) if case in ("script", "order") else "",
        adornment=rng.choice(_ADORNMENTS) if case == "adorned" else "",
    )


def _case(rng: Random, language: str, given: Word, family: Word, is_woman: bool) -> str:
    """Which of the ways to change from source to source; shares as they are met among business contacts."""
    roll = rng.random()
    if language in SCRIPTS:
        if given.short and roll < 0.5:
            return "nickname"
        if language in _FAMILY_FIRST and roll < 0.45:
            return "order"
        return "script" if roll < 0.7 else "same"
    if fold(given.roman + family.roman) != given.roman + family.roman and roll < 0.55:
        return "folded"
    if is_woman and roll > 0.85:
        return "maiden"
    if given.short and rng.random() < 0.4:
        return "nickname"
    return "adorned" if rng.random() < 0.14 else "same"


def _family(rng: Random, language: str, is_woman: bool) -> Word:
    word = rng.choice(_words(language, "s"))
    if language == "ru" and is_woman:
        return Word(f"{word.native}а", f"{word.roman}a")
    return word


def _native(language: str, given: Word, family: Word) -> str:
    if language == "zh":
        return family.native + given.native
    if language == "ja":
        return f"{family.native} {given.native}"
    return f"{given.native} {family.native}" if given.is_foreign else ""


@cache
def _words(language: str, kind: str) -> tuple[Word, ...]:
    line = next(row[2] for row in rows("names.tsv") if row[:2] == (language, kind))
    return tuple(_word(cell) for cell in line.split(";"))


def _word(cell: str) -> Word:
    native, _, roman = cell.partition("=")
    shown, _, short = (roman or native).partition("/")
    return Word(native.partition("/")[0], shown, short)
