"""What time it is where somebody is, as far as their place tells."""

from functools import cache
from zoneinfo import ZoneInfo

from rapport.kit.zones import rows
from rapport.people.keys import folded
from rapport.people.models import Home, Person
from rapport.people.showing.held import held


def zone_of(person: Person) -> ZoneInfo | None:
    """The person's own time zone, else that of their town or of a country that has only one; None if in doubt."""
    if person.zone:
        return ZoneInfo(person.zone)
    for home in held(person, Home):
        if name := zone_of_place(home.locality or home.text, home.country):
            return ZoneInfo(name)
    return None


def zone_of_place(town: str, country: str) -> str:
    """An IANA name for a town that gives a zone its name ('Oslo'), or a country with a single zone; else empty."""
    towns, countries = _zones()
    parts = [folded(part) for part in [*town.replace("\n", ",").split(","), country] if part.strip()]
    found = next((towns[part] for part in parts if part in towns), "")
    return found or next((countries[part] for part in reversed(parts) if part in countries), "")


@cache
def _zones() -> tuple[dict[str, str], dict[str, str]]:
    towns: dict[str, str] = {}
    by_code: dict[str, list[str]] = {}
    for code, _where, zone, *_rest in rows("zone.tab"):
        if zone in _SMALL:
            continue
        towns.setdefault(folded(zone.rpartition("/")[2].replace("_", " ")), zone)
        by_code.setdefault(code, []).append(zone)
    countries = {}
    for code, name in rows("iso3166.tab"):
        if len(by_code.get(code, ())) == 1:
            for called in (code, name, *_ALSO.get(code, ())):
                countries[folded(called)] = by_code[code][0]
    return towns, countries


# A village in Germany and some islands of New Zealand, which alone keep their countries from having a single zone.
_SMALL = ("Europe/Busingen", "Pacific/Chatham")
_ALSO = {
    "GB": ("United Kingdom", "UK", "England", "Scotland", "Wales", "Great Britain", "Northern Ireland"),
    "NL": ("Holland", "The Netherlands"),
    "CZ": ("Czechia",),
    "DK": ("Danmark",),
    "SE": ("Sverige",),
    "NO": ("Norge",),
    "FI": ("Suomi",),
    "AT": ("Österreich",),
    "CH": ("Schweiz", "Suisse"),
    "IT": ("Italia",),
    "PL": ("Polska",),
}
