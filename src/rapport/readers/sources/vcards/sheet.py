"""One card on the desk: which of its lines were understood, and what is to be said about the others."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from rapport.formats.decoding import clean, one_line
from rapport.formats.facts import DroppedFact, Extra, Fact, SkippedFact
from rapport.kit.contentlines.line import Line
from rapport.kit.contentlines.writing import head
from rapport.kit.vcard.card import Card

LONGEST_NOTE = 1_000_000
_LONGEST_EXTRA = 20_000
_LONGEST_HEAD = 300
_MOST = 500
_LABEL = "X-ABLABEL"
_APPLE = re.compile(r"_\$!<(.*)>!\$_")
_NOISE = frozenset({"internet", "pref", "voice", "x400", "msg", "postal", "parcel", "dom", "intl", "fax", "isdn"})
# About the card and not the person.
_OF_THE_CARD = frozenset(
    {"VERSION", "PRODID", "REV", "PROFILE", "MAILER", "CLIENTPIDMAP", "X-GENERATOR", "X-MS-OL-DESIGN", "X-ABUID",
     "X-MS-OL-DEFAULT-POSTAL-ADDRESS", "NAME", "CLASS"}
)  # fmt: skip


@dataclass
class Sheet:
    """A card with the file it stands in, the world it is read in, and the facts that are said beside the person.

    `region` is the country telephone numbers are from; `known` gives the name behind a UID of the same archive.
    """

    card: Card
    file: str
    now: datetime
    region: str = ""
    known: dict[str, str] = field(default_factory=dict)
    said: list[Fact] = field(default_factory=list)
    _used: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._by_name: defaultdict[str, list[Line]] = defaultdict(list)
        self._places = {id(line): place for place, line in enumerate(self.card.lines)}
        for line in self.card.lines:
            self._by_name[line.name].append(line)
        self._labels = {line.group: line for line in self._by_name[_LABEL] if line.group}

    def take(self, *names: str) -> list[Line]:
        """The lines of these names, at most 500 of each; they will not become extras."""
        taken = [line for name in names if name in self._by_name for line in self._by_name[name][:_MOST]]
        if any(len(self._by_name[name]) > _MOST for name in names if name in self._by_name):
            self.skip(f"line beyond {_MOST} of one kind")
        self._used.update(map(id, taken))
        return taken

    def take_like(self, pattern: re.Pattern[str]) -> list[Line]:
        return self.take(*(name for name in list(self._by_name) if pattern.fullmatch(name)))

    def place(self, line: Line) -> int:
        """Where the line stands in the card."""
        return self._places[id(line)]

    def leave(self, line: Line) -> None:
        """Give a line back: it is kept as it came."""
        self._used.discard(id(line))

    def context(self, line: Line) -> str:
        """What the owner calls it: the label beside it, else its types without those that say nothing."""
        label = self.label(line)
        return label or word(" ".join(kind for kind in line.types() if kind not in _NOISE), 60)

    def label(self, line: Line) -> str:
        """The label that Apple and Google set beside a line of the same group."""
        beside = self._labels.get(line.group)
        if beside is None:
            return ""
        self._used.add(id(beside))
        found = _APPLE.fullmatch(beside.text)
        if found:
            return word(found[1], 60).casefold()
        is_constant = re.fullmatch(r"[A-Z]+(?:_[A-Z]+)*", beside.text)
        return word(beside.text.replace("_", " ").casefold() if is_constant else beside.text, 60)

    def drop(self, why: str, number: int = 0) -> None:
        """Something of the card, or of the file's line `number`, could not be kept."""
        self.said.append(DroppedFact(f"{self.file}:{number or self.card.number}", why))

    def skip(self, why: str) -> None:
        self.said.append(SkippedFact(why))

    def extras(self) -> tuple[Extra, ...]:
        """The lines that are left, as they came."""
        kept = []
        for line in self.card.lines:
            if id(line) in self._used or line.name in _OF_THE_CARD or not line.text.strip(";"):
                continue
            name = clean(head(line))
            if len(name) > _LONGEST_HEAD or len(line.value) > _LONGEST_EXTRA:
                self.skip("field too long to keep")
            else:
                kept.append(Extra(name, clean(line.value)))
        return tuple(kept[:_MOST])


def reference_of(text: str) -> str:
    """A UID in the form in which UIDs are compared."""
    return word(word(text, 300).casefold().removeprefix("urn:uuid:"), 200)


def word(text: str, limit: int = 300) -> str:
    """A name, title or label: clean, on one line, cut at `limit` characters."""
    return one_line(text[: limit * 4])[:limit].strip()
