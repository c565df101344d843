"""A map of the world in dots: faint ones for the towns that name the world's time zones, which draw its shape, and one
for each zone where people are, larger the more they are.

Places on it are from the zone table of the time zone database: as exact as a zone, and no street is looked up anywhere.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from rapport.kit.zones import rows

WIDTH, HEIGHT = 720.0, 300.0
_NORTH, _SOUTH = 78.0, -58.0  # degrees; nobody lives beyond, to speak of
_LEAST, _MOST = 4.0, 18.0  # radius of a dot
_ISO_6709 = re.compile(r"([+-])(\d{2})(\d{2})(\d{2})?([+-])(\d{3})(\d{2})(\d{2})?")


@dataclass(frozen=True, slots=True)
class Spot:
    """So many people in a time zone (IANA name); `says` in words what the dot stands for, `href` where it leads."""

    zone: str
    count: int
    says: str
    href: str


def world(spots: Sequence[Spot], title: str) -> Markup:
    """The map as SVG; zones that are in no table are left out. Of two dots the smaller lies above."""
    where = positions()
    known = sorted((spot for spot in spots if spot.zone in where), key=lambda spot: -spot.count)
    largest = max((spot.count for spot in known), default=1)
    land = Markup("").join(
        Markup('<circle class="land" cx="{}" cy="{}" r="2.2"/>').format(*_drawn(*at))
        for at in sorted(set(where.values()))
    )
    dots = Markup("").join(_dot(spot, where[spot.zone], largest) for spot in known)
    return Markup(
        '<figure class="world"><svg viewBox="0 0 {:.0f} {:.0f}" role="group" aria-label="{}">{}{}</svg></figure>'
    ).format(WIDTH, HEIGHT, title, land, dots)


@cache
def positions() -> dict[str, tuple[float, float]]:
    """Degrees north and east of each zone's own town."""
    return {zone: _degrees(said) for _code, said, zone, *_more in rows("zone.tab")}


def _degrees(said: str) -> tuple[float, float]:
    """+DDMM or +DDMMSS, then +DDDMM or +DDDMMSS (ISO 6709)."""
    found = _ISO_6709.fullmatch(said)
    if found is None:
        raise ValueError(f"{said!r} is no place.")
    south, *north, west, degrees, minutes, seconds = found.groups()
    lat = int(north[0]) + int(north[1]) / 60 + int(north[2] or 0) / 3600
    lon = int(degrees) + int(minutes) / 60 + int(seconds or 0) / 3600
    return (-lat if south == "-" else lat), (-lon if west == "-" else lon)


def _drawn(lat: float, lon: float) -> tuple[str, str]:
    x = (lon + 180) / 360 * WIDTH
    y = (_NORTH - min(max(lat, _SOUTH), _NORTH)) / (_NORTH - _SOUTH) * HEIGHT
    return f"{x:.1f}", f"{y:.1f}"


def _dot(spot: Spot, at: tuple[float, float], largest: int) -> Markup:
    """Its area grows with the number of people."""
    radius = max(_LEAST, _MOST * (spot.count / largest) ** 0.5)
    return Markup(
        '<a href="{}" aria-label="{}"><circle class="people" cx="{}" cy="{}" r="{:.1f}"><title>{}</title></circle></a>'
    ).format(spot.href, spot.says, *_drawn(*at), radius, spot.says)
