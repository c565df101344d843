"""A person's name as written, taken apart: without titles, emoji and credentials, in letters that can be compared."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from unidecode import unidecode

from rapport.likeness.scripts import Script, script_of
from rapport.likeness.shortnames import are_short_forms
from rapport.likeness.titles import (
    CREDENTIALS,
    DOUBTFUL_CREDENTIALS,
    GENERATIONS,
    HONORIFICS,
    JOINING,
    PARTICLES,
    PLACEHOLDERS,
    PRONOUNS,
)

LONGEST_NAME = 200
MOST_WORDS = 12
_BRACKETS = re.compile(r"[(\[{«“\"]([^()\[\]{}«»“”\"]{1,60})[)\]}»”\"]")
_HANDLE = re.compile(r"@?[A-Za-z0-9]+(?:[._\-][A-Za-z0-9]+)*[._]?")
_OTHER_SIGNS = re.compile(r"[^a-z0-9]+")
_SURE_CREDENTIALS = CREDENTIALS - DOUBTFUL_CREDENTIALS
_DOUBLED_VOWELS = re.compile(r"aa|ae|oe|ue")


@dataclass(frozen=True, slots=True)
class Name:
    """One way of writing a name. `words` are folded, in order, without particles; `loose` are the same, respelt;
    `whole` is all run together, particles too."""

    raw: str
    folded: str
    words: tuple[str, ...]
    loose: tuple[str, ...]
    whole: str
    generation: str
    script: Script
    is_handle: bool
    is_joint: bool

    @property
    def is_full(self) -> bool:
        return len(self.words) > 1


def fold(text: str) -> str:
    """Small Latin letters, digits and single spaces: "Øystein Bråten" is "oystein braten".

    Folding twice changes nothing; what lies behind the first 200 signs is cut.
    """
    latin = _latin(text[:LONGEST_NAME]).lower().replace("'", "").replace("`", "")
    return " ".join(_OTHER_SIGNS.sub(" ", latin).split())[:LONGEST_NAME].rstrip()


def respell(word: str) -> str:
    """One spelling for Mueller and Muller, Braaten and Braten, Soeren and Soren."""
    return _DOUBLED_VOWELS.sub(lambda pair: pair[0][0], word)


@lru_cache(maxsize=1 << 15)
def read_names(text: str) -> tuple[Name, ...]:
    """Every way of reading what stands in a name field; empty for placeholders such as "LinkedIn Member".

    "William (Bill) Smith" is read as William Smith and as Bill Smith.
    """
    text = unicodedata.normalize("NFKC", text[:LONGEST_NAME]).strip()
    asides = [aside for aside in _BRACKETS.findall(text) if _is_name(aside)]
    main = _read(_BRACKETS.sub(" ", text))
    found = [main] if main else []
    if main and main.is_full:
        found += [name for aside in asides[:2] for name in placed(aside, main)]
    return tuple(found)


def placed(part: str, whole: Name) -> list[Name]:
    """A nickname or maiden name put where it may stand in a full name: Bill Smith, Brigid O'Daly."""
    given, family = whole.words[0], whole.words[-1]
    ways = [f"{part} {family}"] if " " not in part else []
    if fold(part) != given and not are_short_forms(given, fold(part)):  # William Bill is nobody
        ways.append(f"{given} {part}")
    return [name for name in map(_read, ways) if name]


def _read(text: str) -> Name | None:
    text = _without_credentials(text.strip(" ,;-"))
    words = fold(text).split()[:MOST_WORDS]
    if not words or " ".join(words) in PLACEHOLDERS:
        return None
    folded = " ".join(words)
    is_joint = any(sign in f" {text.lower()} " for sign in JOINING)
    words, generation = _without_titles(words)
    whole = respell("".join(words))
    words = _without_particles(words)
    return Name(
        raw=unicodedata.normalize("NFKC", text).casefold(),
        folded=folded,
        words=tuple(words),
        loose=tuple(respell(word) for word in words),
        whole=whole,
        generation=generation,
        script=script_of(text),
        is_handle=_looks_like_handle(text),
        is_joint=is_joint,
    )


def _without_credentials(text: str) -> str:
    """Cut ", MBA", ", Ph.D." and "| Coach"; turn "Haddad, Rana" round."""
    first, *rest = [part.strip() for part in re.split("[,،、]", text.split("|")[0]) if part.strip()] or [""]
    words = first.split()
    while len(words) > 2 and fold(words[-1].replace(".", "")) in _SURE_CREDENTIALS:
        words.pop()
    first = " ".join(words)
    generation = next((part for part in rest if fold(part) in GENERATIONS), "")
    given = [part for part in rest if part != generation and not _are_credentials(part, after=first)]
    return " ".join([*given[:1], first, generation]).strip()


def _are_credentials(part: str, *, after: str) -> bool:
    words = part.replace(".", "").split()
    may_be_capitals = len(after.split()) > 1 and not after.isupper()
    return all(fold(word) in CREDENTIALS or (may_be_capitals and _are_capitals(word)) for word in words)


def _are_capitals(word: str) -> bool:
    return word.isupper() and word.isascii() and len(word) in (3, 4, 5)


def _without_titles(words: list[str]) -> tuple[list[str], str]:
    """The words without "dr" before them, and the generation ("jr", "iii") that stood last."""
    generation = ""
    while len(words) > 1 and words[0] in HONORIFICS:
        words = words[1:]
    if len(words) > 1 and words[-1] in GENERATIONS:
        generation = GENERATIONS[words[-1]]
        words = words[:-1]
    return words, generation


def _without_particles(words: list[str]) -> list[str]:
    kept = words[:1] + [word for word in words[1:-1] if word not in PARTICLES] + words[1:][-1:]
    return kept if len(kept) > 1 else words


def _looks_like_handle(text: str) -> bool:
    return bool(_HANDLE.fullmatch(text)) and bool(re.search(r"[_@\d]|[a-z]\.[a-z]", text))


def _is_name(aside: str) -> bool:
    words = fold(aside).split()
    return 0 < len(words) <= 2 and not any(word in PRONOUNS or word in CREDENTIALS for word in words)


def _is_unspoken(letter: str) -> bool:
    """Emoji, control and direction marks stand between words, or within one and say nothing."""
    return unicodedata.category(letter)[0] in "SC" and letter not in "'`"


def _latin(text: str) -> str:
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFKC", text)
    return unidecode("".join(" " if _is_unspoken(letter) else letter for letter in plain))
