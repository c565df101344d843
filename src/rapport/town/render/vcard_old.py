"""Cards of version 2.1, with quoted-printable letters: an Android's export and Outlook's."""

from rapport.town.render.folding import quoted
from rapport.town.render.google import national
from rapport.town.truth import Entry

_WIDTH = 70


def android(entry: Entry) -> list[str]:
    """Bare parameters; what is not ASCII is marked and quoted, value by value."""
    found = ["BEGIN:VCARD", "VERSION:2.1", *_text("N", f"{entry.family};{entry.given};;;"), *_text("FN", entry.name)]
    found += [f"TEL;CELL:{national(phone).replace('(', '').replace(')', '')}" for phone in entry.phones]
    found += [f"EMAIL;{'HOME' if turn == 0 else 'WORK'}:{email}" for turn, email in enumerate(entry.emails)]
    found += _text("ORG", entry.organization) + _text("TITLE", entry.title) + _text("NOTE", entry.note)
    found += [f"URL:{url}" for url in entry.urls]
    if entry.birthday:
        found.append(f"BDAY:{entry.birthday if entry.has_birth_year else f'--{entry.birthday:%m-%d}'}")
    return [*found, "END:VCARD"]


def outlook_card(entry: Entry) -> list[str]:
    """Outlook's dialect: a language on the name, soft breaks in notes, dates without dashes."""
    found = ["BEGIN:VCARD", "VERSION:2.1", *_text("N;LANGUAGE=en-gb", f"{entry.family};{entry.given}")]
    found += _text("FN", entry.name) + _text("NICKNAME", entry.nickname)
    found += _text("ORG", entry.organization) + _text("TITLE", entry.title) + _text("NOTE", entry.note)
    found += [f"TEL;CELL;VOICE:{national(phone)}" for phone in entry.phones]
    if entry.birthday and entry.has_birth_year:
        found.append(f"BDAY:{entry.birthday:%Y%m%d}")
    found += [f"URL;WORK:{url}" for url in entry.urls]
    found += _text("X-MS-SPOUSE;N", entry.spouse)
    found += [f"EMAIL;{'PREF;' if turn == 0 else ''}INTERNET:{email}" for turn, email in enumerate(entry.emails)]
    return [*found, "REV:20260304T101112Z", "END:VCARD"]


def _text(name: str, value: str) -> list[str]:
    """A property as it is, or quoted when it has other than ASCII letters or is long."""
    if not value:
        return []
    if value.isascii() and len(value) < _WIDTH:
        return [f"{name}:{value}"]
    charset = "" if value.isascii() else "CHARSET=UTF-8;"
    return quoted(f"{name};{charset}ENCODING=QUOTED-PRINTABLE:", value)
