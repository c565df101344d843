"""Google's contacts.csv before and after mid-2024: other columns, other words for the same things."""

from collections.abc import Mapping

from rapport.town.places import places
from rapport.town.render.sight import Sight
from rapport.town.render.tables import columns, table
from rapport.town.truth import Entry

_OLD = (
    "Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Additional Name Yomi,Family Name Yomi,"
    "Name Prefix,Name Suffix,Initials,Nickname,Short Name,Maiden Name,Birthday,Gender,Location,Billing Information,"
    "Directory Server,Mileage,Occupation,Hobby,Sensitivity,Priority,Subject,Notes,Language,Photo,Group Membership,"
    "E-mail 1 - Type,E-mail 1 - Value,E-mail 2 - Type,E-mail 2 - Value,Phone 1 - Type,Phone 1 - Value,"
    "Address 1 - Type,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,"
    "Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,"
    "Organization 1 - Type,Organization 1 - Name,Organization 1 - Yomi Name,Organization 1 - Title,"
    "Organization 1 - Department,Organization 1 - Symbol,Organization 1 - Location,Organization 1 - Job Description,"
    "Relation 1 - Type,Relation 1 - Value,Website 1 - Type,Website 1 - Value,Website 2 - Type,Website 2 - Value"
).split(",")
_NEW = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,"
    "Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,"
    "Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,"
    "Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,"
    "Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,"
    "Relation 1 - Label,Relation 1 - Value,Website 1 - Label,Website 1 - Value,Website 2 - Label,Website 2 - Value"
).split(",")
_OVERLONG = " and so on" * 4_500


def google(sight: Sight) -> bytes:
    is_old = sight.paper.shape == "old"
    header, write = (_OLD, _old) if is_old else (_NEW, _new)
    cells = [dict(write(sight, entry)) for entry in sight.entries]
    notes = [record for record in cells if record["Notes"]]
    for turn in sight.times("overlong"):
        notes[turn]["Notes"] += _OVERLONG
    cells += [cells[3 + 11 * turn] for turn in sight.times("duplicate_rows")]
    cells += [{} for _ in sight.times("empty_rows")]
    return table(header, columns(header, cells), end="\r\n" if is_old else "\n").encode()


def _old(sight: Sight, entry: Entry) -> Mapping[str, str]:
    shared = _shared(sight, entry, "Type")
    return shared | {
        "Name": entry.name,
        "Given Name": entry.given,
        "Family Name": entry.family,
        "Maiden Name": entry.maiden,
        "Hobby": entry.hobby,
        "Group Membership": " ::: ".join(("* myContacts", *entry.labels)),
        "Organization 1 - Type": "* Work" if entry.organization else "",
        "Organization 1 - Name": entry.organization,
        "Organization 1 - Title": entry.title,
    }


def _new(sight: Sight, entry: Entry) -> Mapping[str, str]:
    shared = _shared(sight, entry, "Label")
    return shared | {
        "First Name": entry.given,
        "Last Name": entry.family,
        "Organization Name": entry.organization,
        "Organization Title": entry.title,
        "Labels": " ::: ".join((*entry.labels, "* myContacts")),
    }


def _shared(sight: Sight, entry: Entry, word: str) -> dict[str, str]:
    """The columns that both have; `word` is what a column calls its kind."""
    place = places()[sight.person(entry.person).home]
    found = {"Nickname": entry.nickname, "Birthday": birthday(entry), "Notes": entry.note}
    for number, email in enumerate(entry.emails[:2], start=1):
        found |= {f"E-mail {number} - {word}": "* Home" if number == 1 else "Work", f"E-mail {number} - Value": email}
    if entry.phones:
        found |= {f"Phone 1 - {word}": "Mobile", "Phone 1 - Value": spaced(entry.phones[0])}
    if entry.organization:
        found |= {f"Address 1 - {word}": "Work", "Address 1 - City": place.city, "Address 1 - Country": place.country}
        found["Address 1 - Formatted"] = f"{place.city}\n{place.country}"
    if entry.spouse or entry.through:
        kind = "Spouse" if entry.spouse else "Referred By"
        found |= {f"Relation 1 - {word}": kind, "Relation 1 - Value": entry.spouse or entry.through}
    for number, url in enumerate(entry.urls, start=1):
        found |= {f"Website {number} - {word}": "Profile", f"Website {number} - Value": url}
    return found


def birthday(entry: Entry) -> str:
    """`1987-10-06`, or `--03-07` when the year is not known."""
    if not entry.birthday:
        return ""
    return entry.birthday.isoformat() if entry.has_birth_year else f"--{entry.birthday:%m-%d}"


def spaced(phone: str) -> str:
    """A number in international form as telephones show it: `+44 117 496 0123`."""
    if phone.startswith("+44"):
        return f"+44 {phone[3:6]} {phone[6:9]} {phone[9:]}"
    return f"+1 {phone[2:5]}-{phone[5:8]}-{phone[8:]}"


def national(phone: str) -> str:
    """A number as it is dialled at home: `(0117) 496 0123`."""
    if phone.startswith("+44"):
        return f"(0{phone[3:6]}) {phone[6:9]} {phone[9:]}"
    return f"({phone[2:5]}) {phone[5:8]}-{phone[8:]}"
