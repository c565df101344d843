"""The rings: a book at a glance, the owner in the middle, each person a link."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import pi

from markupsafe import Markup

from rapport.kit.naming import initials, tint
from rapport.kit.placing import BANDS, CENTRE, Dot, Placed, Sector, place, point, sectors

_NAMES_AT = 326.0
_LETTER, _LARGE_LETTER = 7.4, 12.5  # of a sector's name: on a desk, and enlarged on a phone
_FACES = (5, 15)  # layers near enough to carry initials


@dataclass(frozen=True, slots=True)
class RingWords:
    """What the rings say, so that a page can say it in its language; `layers` from the inside out."""

    title: str = "Your people, by how close they are and where you met"
    owner: str = "You"
    past: str = "Go past the picture"
    summary: str = "The same as a list"
    elsewhere: str = "Elsewhere"
    cold: str = "it’s been a while"
    layers: tuple[str, str, str, str] = ("closest", "close", "good to know", "familiar")


def rings(people: Sequence[Dot], words: RingWords | None = None, ident: str = "rings") -> Markup:
    """People by layer and by where they were met, those gone quiet faded; a nested list of the same follows.

    Dots of a layer other than 5, 15, 50 and 150 are left out. `ident` keeps two rings on one page apart.
    """
    words = words or RingWords()
    known = [dot for dot in people if dot.layer in BANDS]
    directions = sectors(known, words.elsewhere)
    placed = place(known, directions, words.elsewhere)
    inside = [
        *(_circle(layer) for layer in reversed(BANDS)),
        *(_direction(sector, at, len(directions), ident) for at, sector in enumerate(directions)),
        Markup('<circle class="owner" cx="{0}" cy="{0}" r="31"/><text class="owner" x="{0}" y="{0}">{1}</text>').format(
            _n(CENTRE), words.owner
        ),
        *(_person(one, words) for one in placed),
    ]
    return Markup(
        '<figure class="rings"><a class="past" href="#{0}-list">{1}</a>'
        '<svg viewBox="0 0 700 736" role="group" aria-labelledby="{0}-title"><title id="{0}-title">{2}</title>{3}</svg>'
        "{4}</figure>"
    ).format(ident, words.past, words.title, Markup("").join(inside), _list(placed, directions, words, ident))


def _circle(layer: int) -> Markup:
    edge = BANDS[layer].edge
    return Markup(
        '<circle class="ring ring-{0}" cx="{1}" cy="{1}" r="{2}"/><text class="size" x="{1}" y="{3}">{0}</text>'
    ).format(layer, _n(CENTRE), _n(edge), _n(CENTRE - edge + 4))


def _direction(sector: Sector, at: int, of: int, ident: str) -> Markup:
    """A thin line where a sector begins, and its name along the outer edge, upright on both halves."""
    (x1, y1), (x2, y2) = point(BANDS[5].edge, sector.begins), point(BANDS[150].edge, sector.begins)
    line = Markup('<line class="between" x1="{}" y1="{}" x2="{}" y2="{}"/>').format(_n(x1), _n(y1), _n(x2), _n(y2))
    middle, length = (sector.begins + sector.ends) / 2, (sector.ends - sector.begins) * _NAMES_AT
    narrow = " is-narrow" if len(sector.name) * _LARGE_LETTER > length else ""
    arc = Markup(
        '<path id="{0}-{1}" class="arc" d="{2}"/><text class="origin{3}"><textPath href="#{0}-{1}" startOffset="50%">'
    ).format(ident, at, _arc(sector, pi / 2 < middle < 3 * pi / 2), narrow)
    return (
        (line if of > 1 else Markup("")) + arc + _cut(sector.name, int(length / _LETTER)) + Markup("</textPath></text>")
    )


def _arc(sector: Sector, is_below: bool) -> str:
    # A path along the whole circle has no direction; a hair less keeps one.
    begins, ends = sector.begins, min(sector.ends, sector.begins + 2 * pi - 0.01)
    radius = _NAMES_AT + (9 if is_below else 0)
    (x1, y1), (x2, y2) = point(radius, begins), point(radius, ends)
    large = int(ends - begins > pi)
    if is_below:
        return f"M{_n(x2)} {_n(y2)}A{_n(radius)} {_n(radius)} 0 {large} 0 {_n(x1)} {_n(y1)}"
    return f"M{_n(x1)} {_n(y1)}A{_n(radius)} {_n(radius)} 0 {large} 1 {_n(x2)} {_n(y2)}"


def _person(one: Placed, words: RingWords) -> Markup:
    dot, x, y = one.dot, _n(one.x), _n(one.y)
    says = ", ".join(filter(None, [dot.name, dot.sector, words.cold if dot.is_cold else ""]))
    face = dot.layer in _FACES
    inside = Markup('<circle class="hit" cx="{0}" cy="{1}" r="{2}"/><circle cx="{0}" cy="{1}" r="{3}"/>').format(
        x, y, _n(max(12.0, one.radius)), _n(one.radius)
    )
    if face:
        inside += Markup('<text class="letters" x="{}" y="{}" aria-hidden="true">{}</text>').format(
            x, y, initials(dot.name)
        )
    return Markup('<a class="dot dot-{}{} {}" href="{}"><title>{}</title>{}{}</a>').format(
        dot.layer, " is-cold" if dot.is_cold else "", tint(dot.name), dot.href, says, inside, _says(says)
    )


def _says(text: str) -> Markup:
    """The line below the rings that names the one pointed at."""
    return Markup('<text class="says" x="350" y="722" aria-hidden="true">{}</text>').format(_cut(text, 80))


def _list(placed: Sequence[Placed], directions: Sequence[Sector], words: RingWords, ident: str) -> Markup:
    parts = [_named(sector, placed, directions, words) for sector in directions]
    return Markup(
        '<details class="rings-list" id="{}-list"><summary>{}</summary><ul class="origins">{}</ul></details>'
    ).format(ident, words.summary, Markup("").join(parts))


def _named(sector: Sector, placed: Sequence[Placed], directions: Sequence[Sector], words: RingWords) -> Markup:
    names = {each.name for each in directions}
    inside = [
        one.dot for one in placed if (one.dot.sector if one.dot.sector in names else words.elsewhere) == sector.name
    ]
    said = dict(zip(BANDS, words.layers, strict=True))
    items = (
        Markup('<li><a href="{}" dir="auto">{}</a> <span class="faded">{}</span></li>').format(
            dot.href, dot.name, ", ".join(filter(None, [said[dot.layer], words.cold if dot.is_cold else ""]))
        )
        for dot in inside
    )
    return Markup('<li><span class="origin-name" dir="auto">{}</span><ul class="origin-people">{}</ul></li>').format(
        sector.name, Markup("").join(items)
    )


def _cut(text: str, letters: int) -> str:
    return text if len(text) <= letters else text[: max(1, letters - 1)].rstrip() + "…"


def _n(value: float) -> str:
    """A length to a tenth, without a tail of noughts: the page stays small and the same everywhere."""
    return f"{value:.1f}".removesuffix(".0")
