"""Birthdays that stand in a calendar: the person's day, where the entry says whose it is."""

import re

from rapport.formats.facts import Day, PersonFact, When
from rapport.people.keys import folded
from rapport.readers.sources.ics.event import Event

_NAME = r"(?P<name>\S.{0,98}?\S|\S)"
_SAYINGS = tuple(
    re.compile(saying, re.IGNORECASE)
    for saying in (
        rf"{_NAME}(?:['’]s|['’])\s+(?:\d{{1,3}}(?:st|nd|rd|th)\s+)?birthday",
        rf"(?:birthday(?: of)?|bday)\s*[:–-]?\s+{_NAME}",
        rf"{_NAME}\s*[:–-]\s*(?:birthday|geburtstag|anniversaire|cumpleaños|compleanno|verjaardag|födelsedag|bursdag)",
        rf"{_NAME} hat (?:heute )?(?:den \d{{1,3}}\. )?geburtstag",
        rf"geburtstag(?: von)?:?\s+{_NAME}",
        r"(?P<genitive>\S.{0,98}\S)s geburtstag",
        rf"(?:l['’])?anniversaire (?:de |d['’]|:\s*){_NAME}",
        rf"cumpleaños(?: de|:)\s+{_NAME}",
        rf"compleanno(?: di|:)\s+{_NAME}",
        rf"(?:verjaardag(?: van|:)?\s+){_NAME}",
        rf"{_NAME} is jarig",
        r"(?P<owner>\S.{0,98}\S)s (?:födelsedag|fødselsdag|bursdag)",
    )
)
_SIGNS = ("birthday", "geburtstag", "cake", "anniversaire", "cumple", "verjaardag")
_NO_NAMES = frozenset({"happy", "my", "mein", "mon", "mi", "mom", "mum", "dad", "mama", "papa", "the", "a"})
_LETTERS = re.compile(r"[^\d@<>{}\[\]/\\|=]+")


def birthday(event: Event) -> PersonFact | None:
    """The person whose birthday a yearly (or marked) entry of a whole day is, with day and month; the year of the
    entry is seldom that of the birth. One word is faint: it may help to know Ann, but makes no new Ann."""
    if not event.begins.is_day or event.days > 1:
        return None
    if "FREQ=YEARLY" not in event.rule.upper() and not any(sign in event.words for sign in _SIGNS):
        return None
    name = named(event.title)
    if not name:
        return None
    day = Day("birthday", When(f"--{event.begins.at:%m-%d}", "month-day"))
    return PersonFact(f"name:{folded(name, 200)}", name, days=(day,), is_faint=" " not in name)


def named(title: str) -> str:
    """Whose birthday a title says, or nothing where that is not clear."""
    for saying in _SAYINGS:
        found = saying.fullmatch(title.strip(" 🎂🎉🎈!."))
        if found:
            name = next(part for part in found.groups() if part).strip(" ,:–-")
            words = name.casefold().split()
            is_name = _LETTERS.fullmatch(name) and 0 < len(words) <= 5 and not _NO_NAMES & set(words)
            return name if is_name else ""
    return ""
