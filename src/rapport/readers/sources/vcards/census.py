"""A first walk through all cards: who shares an address with whom, which groups there are, whom a UID means."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from rapport.formats.decoding import one_line
from rapport.formats.files import Member
from rapport.formats.handles import email, phone
from rapport.kit.contentlines.decoding import Decoding
from rapport.kit.vcard.card import Card
from rapport.kit.vcard.read import cards
from rapport.people.keys import digest, folded
from rapport.readers.sources.vcards.naming import display_name, said_instead
from rapport.readers.sources.vcards.sheet import reference_of, word

MOST_CARDS = 100_000
_TELLING = ("ORG", "TITLE", "ADR", "BDAY", "NOTE", "NICKNAME", "URL", "TEL", "IMPP")
_MEMBER = ("MEMBER", "X-ADDRESSBOOKSERVER-MEMBER")
_KIND = ("KIND", "X-ADDRESSBOOKSERVER-KIND")
_LOOKED_AT = frozenset(
    name.encode() for name in ("FN", "N", "EMAIL", "UID", "CATEGORIES", "VERSION", *_TELLING, *_MEMBER, *_KIND)
)
# Mailboxes of a firm or an office: whoever sits there answers, so that the address alone says nothing about who.
_OFFICES = frozenset(
    "info office contact kontakt mail hello hi sales admin team support service post welcome reception booking bookings"
    " enquiries inquiries buero bureau secretary sekretariat billing accounts accounting hr jobs press".split()
)


@dataclass
class Census:
    """What is to be known of all cards before the first one is told. `region` is for numbers without a country."""

    region: str
    groups: list[tuple[str, list[str]]] = field(default_factory=list)
    labelled: set[str] = field(default_factory=set)
    names: dict[str, str] = field(default_factory=dict)
    _bases: dict[str, str] = field(default_factory=dict)
    _shared: set[str] = field(default_factory=set)
    _meant: dict[str, tuple[str, str]] = field(default_factory=dict)

    def key(self, card: Card) -> str:
        """E-mail, else telephone, else UID, else name; with the name where cards of different names share it, and
        with a digest where different cards share the name. Empty for a card that names nobody."""
        return self._key(*_base(card, self.region))

    def member(self, reference: str) -> str:
        """The key of the person a group's MEMBER line means, or empty."""
        address = email(reference).casefold() if "@" in reference else ""
        if address in self._bases and address not in self._shared:
            return one_line(address)
        return self._key(*self._meant.get(reference_of(reference), ("", "")))

    def note(self, card: Card, path: str) -> None:
        if is_group(card):
            members = [line.text for line in card.all(*_MEMBER)]
            self.groups.append((word(card.first("FN", "N"), 120), members))
            return
        if card.first("CATEGORIES"):
            self.labelled.add(path)
        base, other = _base(card, self.region)
        if other and self._bases.setdefault(base, other) != other:
            self._shared.add(base)
        if uid := reference_of(card.first("UID")):
            self._meant[uid] = base, other
            self.names[uid] = display_name(card)

    def _key(self, base: str, other: str) -> str:
        return one_line(f"{base}|{other}" if base in self._shared and other else base)


def take_census(members: Iterable[Member], region: str) -> Census:
    census, seen = Census(region), 0
    for member in members:
        with member.open() as stream:
            for card in cards(stream, Decoding(), only=_LOOKED_AT):
                if isinstance(card, Card):
                    census.note(card, member.path)
                    seen += 1
                if seen >= MOST_CARDS:
                    return census
    return census


def is_group(card: Card) -> bool:
    return any(line.text.casefold() == "group" for line in card.all(*_KIND))


def _base(card: Card, region: str) -> tuple[str, str]:
    """What a card is known by, and what tells it from another that is known by the same."""
    shown = display_name(card)
    # An address that stands in place of a name contradicts no name.
    name = (
        "" if shown == said_instead(card) and ("@" in shown or not any(map(str.isalpha, shown))) else folded(shown, 100)
    )
    for line in card.all("EMAIL"):
        if address := email(line.text).casefold():
            is_office = address.partition("@")[0] in _OFFICES
            return (f"{address}|{name}" if is_office and name else address), name
    for line in card.all("TEL"):
        if number := phone(line.text, region):
            # Numbers are given to others after a while: without the name the next owner would be the last.
            return f"{number}|{name}" if name else number, name
    if uid := reference_of(card.first("UID")):
        return f"uid:{uid}", name
    telling = sorted(f"{line.name}:{line.value}" for line in card.all(*_TELLING))
    return (f"name:{folded(shown, 100)}", digest("\n".join(telling))[:12]) if shown else ("", "")
