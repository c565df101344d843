"""How one person's name looks in one kind of source: the same person under different names."""

from dataclasses import dataclass

from rapport.town.folk import Name
from rapport.town.names import fold

# Sources that show the name of today, as its bearer writes it; the others show what a friend typed, perhaps long ago.
_SELF = frozenset({"linkedin", "calendar"})


@dataclass(frozen=True)
class Shown:
    """`text` is the whole as a reader sees it, the parts as far as the source has columns for them."""

    given: str
    family: str
    nickname: str = ""
    maiden: str = ""
    is_family_first: bool = False
    gap: str = " "

    @property
    def text(self) -> str:
        parts = (self.family, self.given) if self.is_family_first else (self.given, self.family)
        return self.gap.join(part for part in parts if part)


def shown(name: Name, source: str) -> Shown:
    """The name's form in `source`: linkedin google outlook vcard calendar mail facebook."""
    match name.case:
        case "maiden":
            return _maiden(name, source)
        case "nickname":
            return _nickname(name, source)
        case "folded" if source in ("google", "mail", "calendar", "outlook"):
            return Shown(fold(name.given), fold(name.family))
        case "script":
            return _script(name, source)
        case "order":
            return _order(name, source)
        case "adorned" if source == "linkedin":
            return Shown(name.given, f"{name.family}{name.adornment}")
    return Shown(name.given, name.family)


def _maiden(name: Name, source: str) -> Shown:
    if source in ("vcard", "facebook"):
        return Shown(name.given, name.maiden)
    if source in ("google", "outlook"):
        return Shown(name.given, name.family, maiden=name.maiden)
    return Shown(name.given, name.family)


def _nickname(name: Name, source: str) -> Shown:
    if source in _SELF:
        return Shown(name.given, name.family)
    if source == "outlook":
        return Shown(name.given, name.family, nickname=name.nickname)
    return Shown(name.nickname, name.family, nickname=name.nickname if source == "google" else "")


def _script(name: Name, source: str) -> Shown:
    if source == "linkedin" and name.language == "zh":
        return Shown(name.given, f"{name.family} {name.native}")
    if source == "vcard":
        gap = "" if name.language == "zh" else " "
        return Shown(*_native_parts(name), is_family_first=name.language in ("zh", "ja"), gap=gap)
    return Shown(name.given, name.family)


def _order(name: Name, source: str) -> Shown:
    if source in ("google", "mail", "outlook"):
        return Shown(name.given.replace("-", " "), name.family, is_family_first=True)
    return Shown(name.given, name.family)


def _native_parts(name: Name) -> tuple[str, str]:
    """Given and family name in their own script."""
    if name.language == "zh":
        return name.native[1:], name.native[:1]
    first, _, rest = name.native.partition(" ")
    return (rest, first) if name.language == "ja" else (first, rest)
