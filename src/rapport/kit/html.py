"""The Jinja2 environment of our own pages."""

from collections.abc import MutableMapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup, escape

from rapport.kit import clock, naming, wording
from rapport.kit.assets import static
from rapport.kit.chart import Dot, RingWords, bar, rings, spark, years
from rapport.kit.prose import markdown
from rapport.kit.shell import Shell
from rapport.kit.translated import translated


class Pages(Environment):
    """What every template knows does not change once the first is loaded. Laid in one dictionary, a template is begun
    and a part of it taken from another file without a walk through a chain of them."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **(d or {})}


def environment(**options: Any) -> Environment:
    """For Django's Jinja2 backend. While developing and testing an unknown name is an error, in service it is empty."""
    if settings.DEBUG or settings.TESTING:
        options["undefined"] = StrictUndefined
    options["extensions"] = [*options.get("extensions", []), "jinja2.ext.i18n"]
    made = Pages(autoescape=options.pop("autoescape", True), trim_blocks=True, lstrip_blocks=True, **options)  # noqa: S701
    made.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext,
        translation.ngettext,
        newstyle=True,
        pgettext=translation.pgettext,
        npgettext=translation.npgettext,
    )
    made.policies["ext.i18n.trimmed"] = True
    made.globals.update(_GLOBALS)
    made.globals["gettext"] = made.globals["_"] = translated
    made.filters.update(_FILTERS)
    return made


def csrf(request: HttpRequest) -> Markup:
    """The hidden input that every posting form carries, drawn once for all forms of a page."""
    kept = vars(request)
    if "csrf_input" not in kept:
        made = Markup('<input type="hidden" name="csrfmiddlewaretoken" value="{}">').format(get_token(request))
        kept["csrf_input"] = made
    found: Markup = kept["csrf_input"]
    return found


def icon(name: str) -> Markup:
    """A symbol of the sprite, hidden from screen readers because a word always stands beside it."""
    return _symbol(name, static("icons.svg"))


@cache
def _symbol(name: str, sprite: str) -> Markup:
    return Markup('<svg class="icon icon-{0}" aria-hidden="true" focusable="false"><use href="{1}#{0}"/></svg>').format(
        name, sprite
    )


def ago(value: date | None, now: date | None = None, precision: str = "day") -> str:
    """`wording.ago`, counted from the clock's now unless told otherwise."""
    return wording.ago(value, now or clock.now(), precision)


def when(value: date | None, now: date | None = None, precision: str = "day") -> Markup:
    """A `<time>` that says how long ago, with the exact day behind it."""
    said = ago(value, now, precision)
    if value is None or precision == "unknown":
        return Markup("<span>{}</span>").format(said)
    local = timezone.localtime(value) if isinstance(value, datetime) and timezone.is_aware(value) else value
    exact = wording.moment(value, precision) if isinstance(value, datetime) else wording.day(value, precision)
    stamp = local.isoformat()[_FROM.get(precision, 0) : _TO.get(precision)]
    return Markup(f'<time datetime="{stamp}" title="{escape(exact)}">{escape(said)}</time>')  # noqa: S704 - escaped


def people_in_rings(people: Sequence[Dot], ident: str = "rings") -> Markup:
    """`chart.rings` in the language of the page."""
    return rings(
        people,
        RingWords(
            title=_("Your people, by how close they are and where you met"),
            owner=_("You"),
            past=_("Go past the picture"),
            summary=_("The same as a list"),
            elsewhere=_("Elsewhere"),
            cold=_("it’s been a while"),
            layers=(_("closest"), _("close"), _("good to know"), _("familiar")),
        ),
        ident,
    )


def direction() -> str:
    """ltr or rtl, by the language of the page."""
    return "rtl" if translation.get_language_bidi() else "ltr"


def language() -> str:
    return translation.get_language() or settings.LANGUAGE_CODE


_FROM, _TO = {"month-day": 5}, {"year": 4, "month": 7, "day": 10, "month-day": 10}  # of an ISO moment
_GLOBALS: dict[str, Any] = {
    "static": static,
    "csrf": csrf,
    "icon": icon,
    "when": when,
    "direction": direction,
    "language": language,
    "rings": people_in_rings,
    "spark": spark,
    "years": years,
    "bar": bar,
    "now": clock.now,
    "shell": Shell(),
}
_FILTERS: dict[str, Any] = {
    "day": wording.day,
    "weekday": wording.weekday,
    "hour": wording.hour,
    "moment": wording.moment,
    "ago": ago,
    "initials": naming.initials,
    "tint": naming.tint,
    "plural": wording.counted,
    "markdown": markdown,
}
