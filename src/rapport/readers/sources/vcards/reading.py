"""Address books in vCard form, of any version and origin."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from rapport.formats.decoding import decoded
from rapport.formats.facts import AskFact, DroppedFact, Fact, MineFact, NoteFact, PersonFact, SkippedFact
from rapport.formats.files import Dropped, Member
from rapport.formats.handles import region_of
from rapport.formats.table import ENCODINGS
from rapport.kit.contentlines.decoding import Decoding
from rapport.kit.vcard.card import Card, Stray
from rapport.kit.vcard.read import cards
from rapport.readers.source import Choices
from rapport.readers.sources.vcards.census import MOST_CARDS, Census, is_group, take_census
from rapport.readers.sources.vcards.portrait import portrait
from rapport.readers.sources.vcards.sheet import Sheet

_BEGIN = re.compile(r"(?im)^[ \t]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*$")
# The superset that Google Takeout writes, in its languages; it also holds everybody one ever wrote to.
_ALL_CONTACTS = frozenset(
    {"all_contacts", "alle_kontakte", "alle_contacten", "alle_contactpersonen", "tous_les_contacts",
     "todos_los_contactos", "tutti_i_contatti", "todos_os_contatos", "todos_os_contactos", "alla_kontakter",
     "alle_kontakter", "wszystkie_kontakty"}
)  # fmt: skip


def takes(dropped: Dropped) -> list[Member]:
    """Members that open with a card; of files called .vcf also those where one begins further down."""
    return [member for member in dropped.members if _is_cards(member)]


def read(members: list[Member], choices: Choices) -> Iterator[Fact]:
    """Persons with everything their cards tell, then the labels that groups give their members."""
    census = take_census(members, region_of(choices.zone))
    room, known = MOST_CARDS, _Known(census)
    for member in members:
        decoding = Decoding(choices.encoding)
        with member.open() as stream:
            for found in cards(stream, decoding):
                if isinstance(found, Card) and not room:
                    yield DroppedFact(f"{_file(member)}:{found.number}", f"more than {MOST_CARDS:,} contacts")
                    return
                room -= isinstance(found, Card)
                yield from known.noting(_told(found, member, census, choices))
        yield from _on_letters(member, decoding, choices)
    yield from known.labels()


def _is_cards(member: Member) -> bool:
    text = decoded(member.head(4096)).lstrip("\ufeff \t\r\n")
    first = _BEGIN.search(text)
    if first is not None:
        return first.start() == 0 or member.name.endswith((".vcf", ".vcard"))
    return member.name.endswith((".vcf", ".vcard")) and _BEGIN.search(decoded(member.head())) is not None


def _told(found: Card | Stray, member: Member, census: Census, choices: Choices) -> Iterator[Fact]:
    if isinstance(found, Stray):
        yield DroppedFact(f"{_file(member)}:{found.number}", "lines outside of any contact")
    elif is_group(found):
        return
    elif _is_only_written_to(found, member, census, choices):
        yield SkippedFact("only written to, not among the contacts")
    else:
        yield from _person(found, member, census, choices)


def _person(card: Card, member: Member, census: Census, choices: Choices) -> Iterator[Fact]:
    key = census.key(card)
    sheet = Sheet(card, _file(member), choices.now, census.region, census.names)
    if not key:
        sheet.drop("a contact without name, address or number")
        yield from sheet.said
        return
    person = portrait(sheet, key)
    yield from sheet.said
    if _is_own(person, choices):
        yield SkippedFact("your own card")
        yield from (MineFact(handle.platform, handle.handle, is_sure=False) for handle in person.handles)
    else:
        yield person


def _is_only_written_to(card: Card, member: Member, census: Census, choices: Choices) -> bool:
    """Google keeps everybody one ever wrote to as "other contacts": in its superset the cards without a label."""
    stem = member.name.rpartition(".")[0]
    if stem not in _ALL_CONTACTS or choices.answers.get("other_contacts") == "keep":
        return False
    is_googles = member.path in census.labelled or "takeout" in member.path.casefold()
    return is_googles and not card.first("CATEGORIES")


def _is_own(person: PersonFact, choices: Choices) -> bool:
    """One of the owner's own addresses under the owner's name: a couple may share an address."""
    names = {handle for platform, handle in choices.mine if platform == "name"}
    has_own = any((handle.platform, handle.handle.casefold()) in choices.mine for handle in person.handles)
    return has_own and (not names or person.name.casefold() in names or "@" in person.name)


def _on_letters(member: Member, decoding: Decoding, choices: Choices) -> Iterator[Fact]:
    if not decoding.guesses:
        return
    yield NoteFact(f"{_file(member)}: {decoding.guesses} lines are not in UTF-8 and were read as {decoding.older}.")
    if choices.encoding is None:
        yield AskFact("encoding", ENCODINGS, ENCODINGS[0], f"{_file(member)} is not in UTF-8. Do its names look right?")


class _Known:
    """Who was told, for the groups as Apple and vCard 4.0 write them: a card that lists its members."""

    def __init__(self, census: Census) -> None:
        self._census = census
        self._names: dict[str, str] = {}

    def noting(self, facts: Iterator[Fact]) -> Iterator[Fact]:
        for fact in facts:
            if self._census.groups and isinstance(fact, PersonFact):
                self._names.setdefault(fact.key, fact.name)
            yield fact

    def labels(self) -> Iterator[Fact]:
        for label, members in self._census.groups:
            for reference in members:
                key = self._census.member(reference)
                if label and key in self._names:
                    yield PersonFact(key, self._names[key], labels=(label,))
                else:
                    yield SkippedFact("member of a group that is not in the file")


def _file(member: Member) -> str:
    return PurePosixPath(member.path.replace("\\", "/")).name
