"""What the owner wrote about somebody: notes, interests, labels, and how they met."""

import re

from rapport.formats.dates import DateColumn, note_day
from rapport.formats.decoding import clean
from rapport.formats.facts import Met, Remark, Taste
from rapport.formats.vcard import MET, TASTES
from rapport.kit.contentlines.line import texts
from rapport.readers.sources.vcards.sheet import LONGEST_NOTE, Sheet, word

# Groups that address books make by themselves.
_OF_THE_SYSTEM = frozenset({"mycontacts", "my contacts", "* mycontacts", "* my contacts", "system group: my contacts"})


def remarks(sheet: Sheet) -> tuple[Remark, ...]:
    """Notes, whole. A note that opens with a day was written on it; a diary of such entries is several remarks."""
    found = []
    for line in sheet.take("NOTE"):
        if len(line.text) > LONGEST_NOTE:
            sheet.drop("a note is too long; its beginning was kept")
        text = clean(line.text[:LONGEST_NOTE]).strip()
        found += [Remark(part, note_day(part)) for part in _entries(text)]
    return tuple(dict.fromkeys(remark for remark in found if remark.text))


def tastes(sheet: Sheet) -> tuple[Taste, ...]:
    """INTEREST, HOBBY and EXPERTISE."""
    lines = sheet.take(*(kind.upper() for kind in TASTES))
    found = (Taste(word(line.text, 120), "vcard", line.name.casefold()) for line in lines)
    return tuple(dict.fromkeys(taste for taste in found if taste.word))


def labels(sheet: Sheet) -> tuple[str, ...]:
    found = (word(part, 120) for line in sheet.take("CATEGORIES") for part in texts(line.value, ","))
    return tuple(dict.fromkeys(label for label in found if label and label.casefold() not in _OF_THE_SYSTEM))


def met(sheet: Sheet) -> Met | None:
    """How they met, as an export of ours writes it."""
    lines = sheet.take(MET)
    if not lines:
        return None
    line = lines[0]
    when, _ = DateColumn().read(line.param("ON"))
    return Met(clean(line.text), when, word(line.param("THROUGH")), word(line.param("CHANNEL"), 9))


def _entries(text: str) -> list[str]:
    """The entries of a diary, where every line or every paragraph opens with a day; else the text as it is."""
    for breaks in (r"\n+", r"\n\s*\n"):
        parts = [part.strip() for part in re.split(breaks, text) if part.strip()]
        if len(parts) > 1 and all(map(note_day, parts)):
            return parts
    return [text]
