"""The owner's own rhythms in words: "every 6 weeks", "12 weeks at most"."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from rapport.ties.cadence import Cadence

EVERY = {
    7: __("every week"),
    14: __("every 2 weeks"),
    30: __("every month"),
    42: __("every 6 weeks"),
    91: __("every 3 months"),
    182: __("every half year"),
    365: __("every year"),
}
SPANS = {
    14: __("2 weeks"),
    30: __("a month"),
    42: __("6 weeks"),
    84: __("12 weeks"),
    182: __("half a year"),
    365: __("a year"),
    730: __("2 years"),
}


def every(days: int) -> str:
    return str(EVERY.get(days) or _("every %(n)s days") % {"n": days})


def span(days: int) -> str:
    return str(SPANS.get(days) or _("%(n)s days") % {"n": days})


def wished(cadence: Cadence) -> str:
    """'You want to be in touch every 6 weeks, 12 weeks apart at most.'"""
    said = {"every": every(cadence.days), "label": cadence.label, "span": span(cadence.most or 0)}
    if cadence.label and cadence.most:
        return _("With “%(label)s” you want to be in touch %(every)s, %(span)s apart at most.") % said
    if cadence.label:
        return _("With “%(label)s” you want to be in touch %(every)s.") % said
    if cadence.most:
        return _("You want to be in touch %(every)s, %(span)s apart at most.") % said
    return _("You want to be in touch %(every)s.") % said


def choosing(cadence: Cadence | None) -> dict[str, Any]:
    """What `ties/_cadence.html` offers, the usual ones and what was chosen elsewhere; and what was chosen, in words."""
    days, most = (cadence.days, cadence.most) if cadence else (None, None)
    return {
        "says": wished(cadence) if cadence else "",
        "days": days,
        "rhythms": [(n, every(n)) for n in sorted({*EVERY, *([days] if days else [])})],
        "most": most,
        "spans": [(n, span(n)) for n in sorted({*SPANS, *([most] if most else [])})],
    }
