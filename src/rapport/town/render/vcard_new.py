"""Cards of version 3 and 4: Apple's labelled items, Google's, plain ones, and the newest properties."""

from rapport.town.render.folding import escaped, folded
from rapport.town.render.google import birthday, spaced
from rapport.town.truth import Entry


def iphone(entry: Entry) -> list[str]:
    """As an iPhone shares its contacts: items with labels, social profiles, related names."""
    found = ["BEGIN:VCARD", "VERSION:3.0", "PRODID:-//Apple Inc.//iPhone OS 18.1//EN", *_names(entry)]
    found += _line("NICKNAME", entry.nickname)
    found += _firm(entry)
    for number, email in enumerate(entry.emails, start=1):
        kind = "type=pref" if number == 1 else "type=WORK"
        found.append(f"item{number}.EMAIL;type=INTERNET;{kind}:{email}")
    found += [f"TEL;type=CELL;type=VOICE;type=pref:{spaced(phone)}" for phone in entry.phones]
    found += _line("NOTE", entry.note)
    if entry.birthday:
        found.append(_apple_birthday(entry))
    if entry.spouse:
        found += [f"item8.X-ABRELATEDNAMES:{escaped(entry.spouse)}", "item8.X-ABLabel:_$!<Spouse>!$_"]
    for url in entry.urls:
        user = url.rpartition("/")[2]
        found.append(f"X-SOCIALPROFILE;type={_service(url).lower()};x-user={user}:{url}")
    return [*found, "END:VCARD"]


def gmail(entry: Entry) -> list[str]:
    """As Google writes cards: folded lines, categories, labelled links."""
    found = ["BEGIN:VCARD", "VERSION:3.0", *_names(entry), *_line("NICKNAME", entry.nickname)]
    found += [
        f"EMAIL;TYPE=INTERNET;TYPE={'HOME' if turn == 0 else 'WORK'}:{one}" for turn, one in enumerate(entry.emails)
    ]
    found += [f"TEL;TYPE=CELL:{phone}" for phone in entry.phones]
    found += _firm(entry)
    found += _line("BDAY", birthday(entry))
    for number, url in enumerate(entry.urls, start=1):
        found += [f"item{number}.URL:{url.replace(':', chr(92) + ':')}", f"item{number}.X-ABLabel:PROFILE"]
    found += _line("NOTE", entry.note)
    found.append("CATEGORIES:" + ",".join((*(escaped(label) for label in entry.labels), "myContacts")))
    return [part for line in [*found, "END:VCARD"] for part in folded(line)]


def utf16(entry: Entry) -> list[str]:
    """Plain version 3, for the file that is encoded in UTF-16."""
    found = ["BEGIN:VCARD", "VERSION:3.0", *_names(entry), *_line("NICKNAME", entry.nickname)]
    found += [f"EMAIL:{email}" for email in entry.emails]
    found += [f"TEL;TYPE=HOME:{spaced(phone)}" for phone in entry.phones]
    found += [*_firm(entry), *_line("BDAY", birthday(entry)), *_line("NOTE", entry.note)]
    return [*found, *(f"URL:{url}" for url in entry.urls), "END:VCARD"]


def nextcloud(entry: Entry) -> list[str]:
    """Version 4 with hobbies, relations and social profiles as properties of their own."""
    found = [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "PRODID:-//Sabre//Sabre VObject 4.5.6//EN",
        "KIND:individual",
        *_names(entry),
    ]
    found.append(f"UID:urn:uuid:town-{entry.person}-{len(entry.emails)}")
    found += _line("NICKNAME", entry.nickname)
    found += [f"EMAIL;TYPE={'HOME' if turn == 0 else 'WORK'}:{email}" for turn, email in enumerate(entry.emails)]
    found += [f"TEL;VALUE=uri;TYPE=cell:tel:{phone}" for phone in entry.phones]
    found += _firm(entry)
    found += _line("BDAY", birthday(entry).replace("-", "") if entry.has_birth_year else _yearless(entry))
    found += _line("HOBBY;LEVEL=high", entry.hobby)
    found += _line("NOTE", entry.note)
    found += _line("RELATED;TYPE=spouse;VALUE=text", entry.spouse)
    found += [f"SOCIALPROFILE;SERVICE-TYPE={_service(url)}:{url}" for url in entry.urls]
    found += _line("CATEGORIES", ",".join(escaped(label) for label in entry.labels), is_escaped=True)
    return [part for line in [*found, "END:VCARD"] for part in folded(line)]


def _names(entry: Entry) -> list[str]:
    return [f"N:{escaped(entry.family)};{escaped(entry.given)};;;", f"FN:{escaped(entry.name)}"]


def _firm(entry: Entry) -> list[str]:
    found = [f"ORG:{escaped(entry.organization)};"] if entry.organization else []
    return found + _line("TITLE", entry.title)


def _line(name: str, value: str, is_escaped: bool = False) -> list[str]:
    return [f"{name}:{value if is_escaped else escaped(value)}"] if value else []


def _apple_birthday(entry: Entry) -> str:
    """Without a year Apple writes 1604 and says so."""
    if entry.birthday and not entry.has_birth_year:
        return f"BDAY;X-APPLE-OMIT-YEAR=1604;value=date:1604-{entry.birthday:%m-%d}"
    return f"BDAY;value=date:{entry.birthday}"


def _service(url: str) -> str:
    return "Facebook" if "facebook.com" in url else "LinkedIn"


def _yearless(entry: Entry) -> str:
    return f"--{entry.birthday:%m%d}" if entry.birthday else ""
