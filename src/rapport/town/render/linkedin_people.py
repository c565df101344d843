"""Connections.csv in every era's shape: with preamble or without, with profiles or without, re-saved or not."""

from rapport.town.owners import NO_PROFILES
from rapport.town.render.sight import MONTHS, Sight, day_words
from rapport.town.render.tables import table
from rapport.town.truth import Entry

_NOTES = (
    "When exporting your connection data, you may notice that some of the email addresses are missing. You will only "
    "see email addresses for connections who have allowed their connections to see or download their email address "
    "using this setting https://www.linkedin.com/psettings/privacy/email. You can learn more here "
    "https://www.linkedin.com/help/linkedin/answer/261"
)
_PREAMBLE = f'Notes:\n"{_NOTES}"\n\n'
_OLD = ("First Name", "Last Name", "Email Address", "Company", "Position", "Connected On")
_NEW = ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")


def connections(sight: Sight) -> str:
    """The table as LinkedIn writes it; since 2026 without a newline at its end."""
    shape = sight.paper.shape
    text = table(_header(sight), _rows(sight))
    text = text if shape == "2021-05" else _PREAMBLE + text
    return text.rstrip("\n") if shape == "2026-03" else text


def excel_connections(sight: Sight) -> bytes:
    """After Excel: a byte order mark, its own dates, a padded preamble, and the last rows cut."""
    padding = "," * (len(_NEW) - 1)
    rows = [[*row[:-1], _excel_day(row[-1])] for row in _rows(sight)]
    people = [row for row in rows if row[0]]
    cut = [people[number][:3] for number in sight.times("cut_rows")]
    text = f'Notes:{padding}\r\n"{_NOTES}"{padding}\r\n{padding}\r\n' + table(_NEW, rows + cut, end="\r\n")
    return text.encode("utf-8-sig")


def semicolon_connections(sight: Sight) -> bytes:
    """After a spreadsheet of a country with decimal commas: semicolons, Windows-1252, letters lost."""
    return table(_NEW, _rows(sight), comma=";", end="\r\n").encode("cp1252", errors="replace")


def _header(sight: Sight) -> tuple[str, ...]:
    return _OLD if sight.paper.shape in NO_PROFILES else _NEW


def _rows(sight: Sight) -> list[list[str]]:
    """People, and between them hidden members, doubled rows, and a day that never was."""
    has_url = _header(sight) is _NEW
    people = [_row(entry, has_url) for entry in sight.entries if entry.connected_on]
    found = list(people)
    found += [people[5 + 7 * turn] for turn in sight.times("duplicate_rows")]
    found += [[*people[3 + turn][:-1], "31 Feb 2020"] for turn in sight.times("bad_dates")]
    width = len(people[0]) if people else len(_NEW)
    for turn in sight.times("hidden_rows"):
        day = people[sight.rng.randrange(len(people))][-1]
        found.insert(4 + 9 * turn, [""] * (width - 1) + [day])
    return found


def _row(entry: Entry, has_url: bool) -> list[str]:
    email = entry.emails[0] if entry.emails else ""
    day = day_words(entry.connected_on) if entry.connected_on else ""
    url = [entry.urls[0] if entry.urls else ""] if has_url else []
    return [entry.given, entry.family, *url, email, entry.organization, entry.title, day]


def _excel_day(text: str) -> str:
    """`4-Apr-21` for `04 Apr 2021`; what is no date stays as it is."""
    day, _, rest = text.partition(" ")
    month, _, year = rest.partition(" ")
    return f"{int(day)}-{month}-{year[2:]}" if month in MONTHS else text
