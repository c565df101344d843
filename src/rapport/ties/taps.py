"""Writing down a touch with one tap: what each button means."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Tap:
    """`name` is the button's value; the rest is what `record.log` is told."""

    name: str
    label: Promise
    kind: str
    channel: str
    direction: str
    icon: str


TAPS = (
    Tap("wrote", _("I wrote"), "message", "hand", "out", "mail"),
    Tap("heard", _("They wrote"), "message", "hand", "in", "mail"),
    Tap("called", _("We talked"), "call", "phone", "both", "phone"),
    Tap("met", _("We met"), "meeting", "in_person", "both", "meet"),
)


def tap_named(name: str) -> Tap | None:
    return next((tap for tap in TAPS if tap.name == name), None)


def tap_of(kind: str, direction: str) -> Tap:
    """The button that a touch written down could have been; the first for kinds that have no button."""
    fitting = [tap for tap in TAPS if tap.kind == kind]
    return next((tap for tap in fitting if tap.direction == direction), fitting[0] if fitting else TAPS[0])
