"""Work, home, days and relations."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import lru_cache

from rapport.formats.dates import DateColumn, settled
from rapport.formats.facts import Day, Home, Job, Kin, When
from rapport.kit.contentlines.line import Line, texts, unescape
from rapport.readers.sources.vcards.sheet import Sheet, reference_of, word

_DAYS = {"BDAY": "birthday", "ANNIVERSARY": "anniversary", "DEATHDATE": "death"}
_ANNIVERSARY = re.compile(r"X-(?:MS-|EVOLUTION-|KADDRESSBOOK-X-)?ANNIVERSARY")
_KIN = re.compile(r"X-(?:MS-|EVOLUTION-|KADDRESSBOOK-X-)?(SPOUSE|MANAGER|ASSISTANT|CHILD|PARTNER)(?:S?-?NAME)?")
_INTRODUCED = frozenset({"referred by", "referred_by", "introduced by", "introduced_by"})
_ANY_DAY = DateColumn(earliest=date.min)
_PLAIN_DATE = re.compile(r"(\d{4}-?\d\d-?\d\d|--\d\d-?\d\d|\d{4}-\d\d|\d{4})(?:T.*)?", re.DOTALL)


def jobs(sheet: Sheet, shown: str) -> tuple[Job, ...]:
    """Firms and titles: paired by their group, else in the order they stand."""
    titles = sheet.take("TITLE")
    department = next((word(line.text, 200) for line in sheet.take("X-DEPARTMENT")), "")
    told: list[tuple[Line, Job]] = []
    for line in sheet.take("ORG"):
        title = _title_of(line, titles)
        firm, *units = [*texts(line.value, ";"), ""]
        unit = word(", ".join(part for part in units if part), 200) or department
        told.append((line, Job(word(firm), title, unit)))
    told += [(line, Job("", word(line.text))) for line in titles]
    found = (job for _, job in sorted(told, key=lambda pair: sheet.place(pair[0])))
    # A card for a firm calls the firm by its own name; that is no job.
    return tuple(
        dict.fromkeys(job for job in found if job.title or job.department or job.organization not in ("", shown))
    )


def homes(sheet: Sheet) -> tuple[Home, ...]:
    found = [_home(line, sheet.context(line)) for line in sheet.take("ADR")]
    kinds = {home.kind for home in found if home.text}
    for line in sheet.take("LABEL"):
        kind = sheet.context(line)
        if kind not in kinds:
            found.append(Home(_together(line.text.split("\n")), kind))
    return tuple(dict.fromkeys(home for home in found if home.text))


def days(sheet: Sheet) -> tuple[Day, ...]:
    """Birthday, anniversary, death and days by a name of the owner's. A birth or death to come is dropped and said."""
    found = []
    for line, kind in _dated(sheet):
        when, why = _when(line, sheet)
        if when is not None:
            found.append(Day(kind or "date", when))
        elif why:
            sheet.drop(why)
        elif line.text.strip("0-"):
            sheet.leave(line)
    return tuple(dict.fromkeys(found))


def kin(sheet: Sheet) -> tuple[Kin, ...]:
    found = [Kin(sheet.label(line) or "relative", word(line.text)) for line in sheet.take("X-ABRELATEDNAMES")]
    for line in sheet.take_like(_KIN):
        named = _KIN.fullmatch(line.name)
        found.append(Kin(named[1].casefold() if named else "", word(line.text)))
    found += [Kin("assistant", _agent(line)) for line in sheet.take("AGENT")]
    for line in sheet.take("RELATED"):
        name = _related(line, sheet.known)
        if name:
            found.append(Kin(word(", ".join(line.types()), 60) or "relative", name))
        else:
            sheet.leave(line)
    tidy = (Kin("introduced_by" if one.kind in _INTRODUCED else one.kind, one.name) for one in found)
    return tuple(dict.fromkeys(one for one in tidy if one.name))


def _title_of(line: Line, titles: list[Line]) -> str:
    """The title that goes with a firm, taken out of `titles`."""
    match: Callable[[Line], bool] = lambda title: title.group == line.group  # noqa: E731
    found = next(filter(match, titles), None)
    if found is None:
        return ""
    titles.remove(found)
    return word(found.text)


def _home(line: Line, kind: str) -> Home:
    parts = [*texts(line.value, ";"), "", "", "", "", "", "", ""][:7]
    label = line.param("LABEL")
    text = word(label, 600) if label else _together(parts)
    return Home(text, kind, word(parts[3], 200), word(parts[6], 100))


def _together(parts: list[str]) -> str:
    return word(", ".join(tidy for part in parts for tidy in [word(part, 300).strip(", ")] if tidy), 600)


def _dated(sheet: Sheet) -> Iterator[tuple[Line, str]]:
    for line in sheet.take(*_DAYS):
        yield line, _DAYS[line.name]
    for line in sheet.take_like(_ANNIVERSARY):
        yield line, "anniversary"
    for line in sheet.take("X-ABDATE"):
        yield line, sheet.label(line)


def _when(line: Line, sheet: Sheet) -> tuple[When | None, str]:
    shape = _PLAIN_DATE.fullmatch(line.text)
    if shape is None:
        return None, ""
    # A birth or a death lies behind us; other days may be to come.
    return (_behind_us(sheet.now) if line.name in {"BDAY", "DEATHDATE"} else _ANY_DAY).read(shape[1])


@lru_cache(maxsize=1)
def _behind_us(now: datetime) -> DateColumn:
    return settled((), now=now)


def _related(line: Line, known: dict[str, str]) -> str:
    """The name of the other: written, or behind the UID of another card."""
    text = line.text
    if text.casefold().startswith("urn:"):
        return known.get(reference_of(text), "")
    is_address = re.match(r"[a-z]+:", text, re.IGNORECASE) and line.param("VALUE").casefold() != "text"
    return "" if is_address else word(text)


def _agent(line: Line) -> str:
    """An agent's name, also out of a whole card written into the line as vCard 3.0 does."""
    inner = re.search(r"(?im)^FN[^:\n]*:(.*)$", unescape(line.value))
    return word(unescape(inner[1]) if inner else "" if "BEGIN:" in line.value else line.text)
