"""How people of the town look, as far as a small drawing shows it: the same person looks the same in every town."""

from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

from rapport.town.chance import TODAY, chance
from rapport.town.folk import Person
from rapport.town.words import rows

Colour = tuple[int, int, int]

_SKINS: tuple[Colour, ...] = (
    (246, 217, 196), (238, 200, 172), (224, 180, 146), (203, 154, 117), (171, 120, 84), (134, 90, 62), (103, 68, 49),
)  # fmt: skip
_LIKELY = {  # which of the skins, by the language of the name; en: a port, people from everywhere
    "en": (0, 0, 1, 1, 2, 3, 4, 5, 6),
    "es": (1, 2, 2, 3),
    "zh": (1, 1, 2),
    "ja": (1, 1, 2),
    "ar": (2, 3, 3),
    "hi": (3, 4, 4),
    "de": (0, 0, 1),
    "no": (0, 0, 1),
    "ga": (0, 0, 1),
    "ru": (0, 1, 1),
}
_BLACK, _BROWN, _CHESTNUT, _COPPER, _FAIR = (43, 37, 36), (84, 58, 44), (118, 78, 52), (158, 86, 48), (206, 166, 106)
_GREY, _WHITE = (150, 146, 142), (214, 210, 204)
_LIGHT_HAIR: tuple[Colour, ...] = (_BLACK, _BROWN, _BROWN, _CHESTNUT, _CHESTNUT, _COPPER, _FAIR, _FAIR)
_CLOTHES: tuple[Colour, ...] = (
    (47, 62, 82), (84, 104, 92), (140, 75, 62), (196, 160, 96), (96, 84, 112), (233, 226, 212), (62, 92, 104),
    (70, 66, 64),
)  # fmt: skip
_GROUNDS: tuple[Colour, ...] = (
    (199, 211, 198), (222, 207, 180), (189, 205, 214), (223, 193, 176), (205, 196, 212), (214, 214, 204),
    (178, 199, 192), (230, 212, 160),
)  # fmt: skip
_OF_WOMEN = ("long", "long", "bob", "bob", "bun", "curls", "short")
_OF_MEN = ("short", "short", "parted", "parted", "curls", "bald", "thin")
_MEN = frozenset(("cy", "john", "johnsr", "hamish", "david1", "david2", "callum", "pete", "leon", "alex1", "lars"))
# By hand, who is often on the first screens: what the chance of their name would miss.
_KNOWN: dict[str, dict[str, Any]] = {
    "ann": {"skin": _SKINS[5], "hair": _BLACK, "cut": "curls", "beard": "", "is_bespectacled": True},
    "bo": {"skin": _SKINS[0], "hair": _GREY, "cut": "thin", "beard": "full", "is_bespectacled": False},
    "mo": {"skin": _SKINS[2], "hair": _BROWN, "cut": "parted", "beard": "short", "is_bespectacled": False},
    "brigid": {"skin": _SKINS[0], "hair": _COPPER, "cut": "long", "beard": "", "is_bespectacled": False},
    "rana": {"skin": _SKINS[2], "hair": _BLACK, "cut": "bob", "beard": "", "is_bespectacled": False},
    "oystein": {"skin": _SKINS[0], "hair": _FAIR, "cut": "short", "beard": "short", "is_bespectacled": True},
    "tunde": {"skin": _SKINS[6], "hair": _BLACK, "cut": "short", "beard": "", "is_bespectacled": True},
    "john": {"skin": _SKINS[5], "hair": _BLACK, "cut": "short", "beard": "short", "is_bespectacled": False},
    "zhanna": {"skin": _SKINS[1], "hair": _FAIR, "cut": "bun", "beard": "", "is_bespectacled": False},
    "sal": {"skin": _SKINS[2], "hair": _BLACK, "cut": "parted", "beard": "full", "is_bespectacled": False},
    "grace": {"skin": _SKINS[1], "hair": _WHITE, "cut": "bob", "beard": "", "is_bespectacled": True},
    "meiling": {"skin": _SKINS[1], "hair": _BLACK, "cut": "bob", "beard": "", "is_bespectacled": False},
}


@dataclass(frozen=True)
class Look:
    """`cut` of the hair: long bob bun curls short parted thin bald; `beard`: short full or none."""

    skin: Colour
    hair: Colour
    cut: str
    clothes: Colour
    is_open: bool
    ground: Colour
    beard: str = ""
    is_bespectacled: bool = False


def look(person: Person) -> Look:
    """Drawn from who they are, not from the seed."""
    rng = chance(0, "look", person.id, person.name.full)
    is_woman = person.id not in _MEN and _is_womans(person, rng)
    skin = rng.choice(_LIKELY[person.name.language])
    age = TODAY.year - person.birthday.year if person.birthday else rng.randrange(24, 66)
    hair = _hair(rng, skin, person.name.language, age)
    drawn: dict[str, Any] = {
        "skin": _SKINS[skin],
        "hair": hair,
        "cut": rng.choice(_OF_WOMEN if is_woman else _OF_MEN),
        "clothes": rng.choice(_CLOTHES),
        "is_open": rng.random() < 0.5,
        "ground": rng.choice(_GROUNDS),
        "beard": "" if is_woman else rng.choice(("", "", "short", "full")),
        "is_bespectacled": rng.random() < 0.25,
    }
    return Look(**{**drawn, **_KNOWN.get(person.id, {})})


def _hair(rng: Random, skin: int, language: str, age: int) -> Colour:
    if age > 52 and rng.random() < 0.6:
        return rng.choice((_GREY, _WHITE))
    if language in ("zh", "ja", "hi", "ar") or skin > 3:
        return _BLACK
    return rng.choice(_LIGHT_HAIR if skin < 2 else _LIGHT_HAIR[:5])


def _is_womans(person: Person, rng: Random) -> bool:
    """Whether the word list has the name among women's. The cast's may be in neither list: it is a woman then, unless
    told above; of others chance decides."""
    given, language = person.name.given, person.name.language
    women, men = _given(language, "f"), _given(language, "m")
    if given in women or given in men:
        return given in women
    return not person.id.startswith("p-") or rng.random() < 0.5


@cache
def _given(language: str, kind: str) -> frozenset[str]:
    line = next(row[2] for row in rows("names.tsv") if row[:2] == (language, kind))
    return frozenset(cell.partition("=")[2].partition("/")[0] or cell.partition("/")[0] for cell in line.split(";"))
