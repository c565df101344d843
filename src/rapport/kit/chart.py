"""Pictures drawn on the server as SVG: classes and attributes only, a text beside each. Same input, same picture."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from rapport.kit.placing import Dot
from rapport.kit.rings import RingWords, rings

__all__ = ["Dot", "First", "RingWords", "bar", "rings", "spark", "years"]

_PITCH, _TALL = 6, 20
_YEARS_WIDE, _YEARS_TALL, _FOOT = 360.0, 92, 74.0


@dataclass(frozen=True, slots=True)
class First:
    """A first of a relationship, marked above its year: "First time in person"."""

    year: int
    says: str


def spark(months: Sequence[int], label: str, least: int = 4) -> Markup:
    """Days in touch per month, oldest first, as small bars; `label` says it in words.

    A full bar is the busiest month, but at least `least` days, so that one day in a quiet year does not look like much.
    """
    top = max([least, *months])
    bars = Markup("").join(_column(at * _PITCH, count / top * _TALL) for at, count in enumerate(months))
    return Markup(
        '<svg class="spark" viewBox="0 0 {0} {1}" width="{0}" height="{1}" role="img" aria-label="{2}">{3}</svg>'
    ).format(max(1, len(months) * _PITCH - 2), _TALL, label, bars)


def bar(share: float, label: str = "", tone: str = "") -> Markup:
    """One line of a bar chart, `share` of the whole width from 0 to 1. Without a label the figure stands beside it."""
    said = Markup('role="img" aria-label="{}"').format(label) if label else Markup('aria-hidden="true"')
    return Markup(
        '<svg class="bar-line {}" width="100%" height="10" {}><rect class="all" width="100%" height="10"/>'
        '<rect width="{:.1f}%" height="10"/></svg>'
    ).format(tone, said, min(1.0, max(0.0, share)) * 100)


def years(counts: Mapping[int, int], firsts: Sequence[First], label: str) -> Markup:
    """Days in touch per year, the years between included, with the firsts marked above and named in a list below."""
    shown = sorted({*counts, *(first.year for first in firsts)})
    if not shown:
        return Markup("")
    span = range(shown[0], shown[-1] + 1)
    pitch = min(40.0, _YEARS_WIDE / len(span))
    top = max([1, *counts.values()])
    every = max(1, -(-40 // int(pitch * 1.0 + 0.5)))
    parts = [
        _year(year, at * pitch, pitch, counts.get(year, 0) / top, (span[-1] - year) % every == 0)
        for at, year in enumerate(span)
    ]
    marks = [_mark(nth, (year - span[0] + 0.5) * pitch) for nth, year in enumerate(sorted({f.year for f in firsts}))]
    return Markup(
        '<figure class="years"><svg viewBox="0 0 {} {}" role="img" aria-label="{}">{}{}</svg>{}</figure>'
    ).format(round(_YEARS_WIDE), _YEARS_TALL, label, Markup("").join(parts), Markup("").join(marks), _named(firsts))


def _column(x: float, tall: float) -> Markup:
    if not tall:
        return Markup('<rect class="is-none" x="{}" y="{}" width="4" height="1.5"/>').format(x, _TALL - 1.5)
    tall = max(3.0, tall)
    return Markup('<rect x="{}" y="{:.1f}" width="4" height="{:.1f}"/>').format(x, _TALL - tall, tall)


def _year(year: int, x: float, pitch: float, share: float, is_named: bool) -> Markup:
    tall = max(2.0 if share else 1.0, share * (_FOOT - 20))
    drawn = Markup('<rect class="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>').format(
        "" if share else "is-none", x + pitch * 0.14, _FOOT - tall, pitch * 0.72, tall
    )
    if is_named:
        drawn += Markup('<text x="{:.1f}" y="{}">{}</text>').format(x + pitch / 2, _FOOT + 15, year)
    return drawn


def _mark(nth: int, x: float) -> Markup:
    return Markup('<g class="first"><circle cx="{0:.1f}" cy="9" r="8"/><text x="{0:.1f}" y="13">{1}</text></g>').format(
        x, nth + 1
    )


def _named(firsts: Sequence[First]) -> Markup:
    if not firsts:
        return Markup("")
    numbered = sorted({first.year for first in firsts})
    says = [", ".join(first.says for first in firsts if first.year == year) for year in numbered]
    items = (Markup("<li>{}: {}</li>").format(year, text) for year, text in zip(numbered, says, strict=True))
    return Markup("<figcaption><ol>{}</ol></figcaption>").format(Markup("").join(items))
