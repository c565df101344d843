"""Pages that show several rooms are made of panels; the page's own room owns only the frame."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.contrib.staticfiles import finders
from django.http import HttpRequest
from django.template.loader import get_template
from markupsafe import Markup

from rapport.kit.prepared import Query
from rapport.kit.rooms import gather


def _nothing(request: Any, subject: Any) -> Iterable[Query]:
    return ()


@dataclass(frozen=True)
class Panel:
    """`page` names the frame ("person", "people", "today", "settings", "notices"), `place` its column ("main", "aside",
    "head"; for a profile "near": close to the name; and for today "later": what the page fetches once it is there).

    `load(request, subject)` returns the template's context, or None when there is nothing to show. `asks` gives the
    questions that it will ask the database in any case: a page may put those of all its panels as one.
    """

    page: str
    order: int
    load: Callable[[Any, Any], dict[str, Any] | None]
    template: str
    place: str = "main"
    asks: Callable[[Any, Any], Iterable[Query]] = _nothing


@cache
def panels(page: str) -> tuple[Panel, ...]:
    return tuple(sorted((p for p in gather("panels", Panel) if p.page == page), key=lambda p: p.order))


@cache
def styles(page: str) -> tuple[str, ...]:
    """The style files of the rooms that have a panel on the page: `css/<room>.css` where there is one."""
    named = dict.fromkeys(f"css/{panel.template.partition('/')[0]}.css" for panel in panels(page))
    return tuple(name for name in named if finders.find(name))


def queries(page: str, place: str, request: HttpRequest, subject: Any) -> Iterator[Query]:
    """What the panels of one column ask in any case."""
    for panel in panels(page):
        if panel.place == place:
            yield from panel.asks(request, subject)


def rendered(page: str, place: str, request: HttpRequest, subject: Any) -> list[Markup]:
    """The panels of one column, in order, those with nothing to say left out. Their templates know `request` and what
    `load` returned; the frame of the page is not theirs, and is not asked for again with each."""
    loaded = ((panel, panel.load(request, subject)) for panel in panels(page) if panel.place == place)
    return [_drawn(panel.template, {"request": request, **context}) for panel, context in loaded if context is not None]


def _drawn(template: str, context: dict[str, Any]) -> Markup:
    found: Any = get_template(template)
    return Markup(found.template.render(context))  # noqa: S704 - our own template, escaped already
