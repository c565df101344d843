"""Where the dots of the rings stand: layers by distance, groups of origin by direction, none touching another.

The two outer layers keep strictly to the sector of their group, which is as wide as they need. The two inner ones are
few and large: they stand in the direction of their group, and make room for one another.

Angles are radians clockwise from the top. Lengths are the picture's own units, one unit being about a pixel when wide.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

CENTRE = 350.0


@dataclass(frozen=True, slots=True)
class Dot:
    """One person: `layer` is 5, 15, 50 or 150, `sector` says where they were met ("" when unknown)."""

    name: str
    href: str
    layer: int
    sector: str = ""
    is_cold: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """The room of one layer: its outer edge, the middle of its dots, their radius, their distance, and rows at most."""

    edge: float
    middle: float
    radius: float
    step: float
    rows: int

    def radii(self, rows: int) -> tuple[float, ...]:
        """The radii of so many rows around the middle, innermost first."""
        return tuple(self.middle + (row - (rows - 1) / 2) * self.step for row in range(rows))


# The step is at least 25, so that at full width every dot has the 24 pixels a finger needs.
BANDS = {
    5: Band(edge=110, middle=78, radius=20, step=47, rows=1),
    15: Band(edge=168, middle=138, radius=15, step=36, rows=1),
    50: Band(edge=238, middle=203, radius=9, step=26, rows=2),
    150: Band(edge=316, middle=277, radius=7, step=25.5, rows=3),
}
_FREE, _BOUND = (5, 15), (50, 150)
_WHOLE = 2 * pi
_LEAST = 0.25  # a sector narrower than this could not carry its name
_SMALL = 0.04  # a group of a smaller share of all goes elsewhere


@dataclass(frozen=True, slots=True)
class Sector:
    name: str
    begins: float
    ends: float


@dataclass(frozen=True, slots=True)
class Placed:
    dot: Dot
    x: float
    y: float
    radius: float


def sectors(dots: Sequence[Dot], elsewhere: str, most: int = 9) -> list[Sector]:
    """The directions, largest group first; small and unknown ones share the last, `elsewhere`."""
    sizes = Counter(dot.sector for dot in dots if dot.sector and dot.sector != elsewhere)
    large = [name for name in sizes if sizes[name] >= len(dots) * _SMALL]
    names = sorted(large, key=lambda name: (-sizes[name], name))[:most]
    if len(names) < len({dot.sector for dot in dots}):
        names.append(elsewhere)
    needs = [max(_LEAST, _need(_inside(dots, name, names, elsewhere))) for name in names]
    begins, found = 0.0, []
    for name, need in zip(names, needs, strict=True):
        ends = begins + need / sum(needs) * _WHOLE
        found.append(Sector(name, begins, ends))
        begins = ends
    return found


def place(dots: Sequence[Dot], into: Sequence[Sector], elsewhere: str) -> list[Placed]:
    """Every dot of a known layer, inner layers first, each layer clockwise from the top."""
    names = [sector.name for sector in into]
    groups = [(sector, _inside(dots, sector.name, names, elsewhere)) for sector in into]
    # More people than the rings have room for make every dot smaller alike.
    shrink = min([1.0, *((sector.ends - sector.begins) / _need(group) for sector, group in groups if _need(group))])
    bound = (
        placed
        for sector, group in groups
        for layer in _BOUND
        for placed in _wedge(_of(layer, group), BANDS[layer], sector, shrink)
    )
    free = (
        placed
        for layer in _FREE
        for placed in _around([(dot, sector) for sector, group in groups for dot in _of(layer, group)], BANDS[layer])
    )
    return [*free, *bound]


def point(radius: float, angle: float) -> tuple[float, float]:
    return CENTRE + radius * sin(angle), CENTRE - radius * cos(angle)


def _inside(dots: Sequence[Dot], name: str, names: Sequence[str], elsewhere: str) -> list[Dot]:
    """The dots of one direction; those of no named one stand under `elsewhere`."""
    return [dot for dot in dots if (dot.sector if dot.sector in names else elsewhere) == name]


def _of(layer: int, group: Sequence[Dot]) -> list[Dot]:
    return [dot for dot in group if dot.layer == layer]


def _need(group: Sequence[Dot]) -> float:
    """The angle that holds the fuller of a group's outer layers, in as many rows as its band allows."""
    return max((_narrowest(len(_of(layer, group)), BANDS[layer]) for layer in _BOUND if _of(layer, group)), default=0.0)


def _narrowest(count: int, band: Band) -> float:
    # A row holds whole dots only, so each further row may waste one place.
    return min((count + rows - 1) * band.step / sum(band.radii(rows)) for rows in range(1, band.rows + 1))


def _wedge(dots: Sequence[Dot], band: Band, sector: Sector, shrink: float) -> list[Placed]:
    width = sector.ends - sector.begins
    step = band.step * shrink
    for rows in range(1, band.rows + 1):
        holds = [int(width * radius / step + 1e-9) for radius in band.radii(rows)]
        if sum(holds) >= len(dots):
            break
    placed, rest = [], list(dots)
    for at, radius in enumerate(band.radii(rows)):
        share = min(len(rest), round(len(rest) * holds[at] / max(1, sum(holds[at:])))) if at < rows - 1 else len(rest)
        row, rest = rest[:share], rest[share:]
        for nth, dot in enumerate(row):
            x, y = point(radius, sector.begins + width * (nth + 0.5) / len(row))
            placed.append(Placed(dot, x, y, band.radius * shrink))
    return placed


def _around(dots: Sequence[tuple[Dot, Sector]], band: Band) -> list[Placed]:
    """One ring of dots, each as near to the middle of its sector as its neighbours allow."""
    if not dots:
        return []
    shrink = min(1.0, _WHOLE * band.middle / (len(dots) * band.step))
    wished = [(sector.begins + sector.ends) / 2 for _, sector in dots]
    angles = _apart(wished, band.step * shrink / band.middle)
    return [
        Placed(dot, *point(band.middle, angle), band.radius * shrink)
        for (dot, _), angle in zip(dots, angles, strict=True)
    ]


def _apart(wished: Sequence[float], least: float) -> list[float]:
    """Angles in the same order, at least `least` apart all around, pushed from where they were wished."""
    angles, many = list(wished), len(wished)
    for _ in range(400):
        is_calm = True
        for at in range(many if many > 1 else 0):
            after = (at + 1) % many
            gap = angles[after] - angles[at] + (_WHOLE if after == 0 else 0)
            if gap < least - 1e-6:
                push, is_calm = (least - gap) / 2 + 1e-7, False
                angles[at] -= push
                angles[after] += push
        if is_calm:
            return angles
    return [angles[0] + _WHOLE * at / many for at in range(many)]
