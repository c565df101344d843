"""What an interaction is called on pages, and its symbol."""

from collections.abc import Collection

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import ngettext

from rapport.people.platforms import platform_label

ICONS = {
    "message": "talk",
    "mail": "mail",
    "call": "phone",
    "meeting": "meet",
    "connection": "link",
    "invitation": "ask",
    "endorsement": "star",
    "recommendation": "quote",
    "comment": "talk",
    "reply": "talk",
    "reaction": "star",
    "mention": "talk",
    "follow": "forward",
    "thanks": "thank",
    "introduction": "introduce",
    "greeting": "greet",
    "occasion": "events",
}
# In order: from the owner, from the other, both.
_SAID: dict[str, tuple[Promise, Promise, Promise]] = {
    "message": (__("You wrote"), __("They wrote"), __("You wrote to each other")),
    "mail": (__("You wrote"), __("They wrote"), __("You wrote to each other")),
    "call": (__("You called"), __("They called"), __("You talked")),
    "meeting": (__("You met"), __("You met"), __("You met")),
    "connection": (__("You connected"), __("You connected"), __("You connected")),
    "invitation": (__("You asked to connect"), __("They asked to connect"), __("You asked each other to connect")),
    "endorsement": (__("You endorsed them"), __("They endorsed you"), __("You endorsed each other")),
    "recommendation": (__("You recommended them"), __("They recommended you"), __("You recommended each other")),
    "comment": (__("You commented"), __("They commented"), __("You talked in comments")),
    "reply": (__("You replied"), __("They replied"), __("You replied to each other")),
    "reaction": (
        __("You liked something of theirs"),
        __("They liked something of yours"),
        __("You liked each other's"),
    ),
    "mention": (__("You mentioned them"), __("They mentioned you"), __("You mentioned each other")),
    "follow": (__("You followed them"), __("They followed you"), __("You followed each other")),
    "thanks": (__("You thanked them"), __("They thanked you"), __("You thanked each other")),
    "introduction": (__("You introduced them"), __("They introduced you"), __("You were introduced")),
    "greeting": (__("You sent a greeting"), __("They sent a greeting"), __("You greeted each other")),
}
_UNNAMED = (__("You were in touch"),) * 3
_SILENT_CHANNELS = frozenset(("", "hand", "in_person", "meeting", "phone"))


def said(kind: str, ways: Collection[str], count: int = 1) -> str:
    """'They wrote', 'You wrote to each other, 12 messages'. `ways` are the directions: out, in, both."""
    out, inn = bool({"out", "both"} & set(ways)), bool({"in", "both"} & set(ways))
    words = str(_SAID.get(kind, _UNNAMED)[2 if out and inn else 1 if inn else 0])
    if count < 2 or kind in ("connection", "follow"):
        return words
    return _("%(what)s, %(times)s") % {"what": words, "times": times(kind, count)}


def times(kind: str, count: int) -> str:
    """'12 messages'; of other kinds '3 times'."""
    if kind in ("message", "mail"):
        return ngettext("%(n)s message", "%(n)s messages", count) % {"n": count}
    return ngettext("once", "%(n)s times", count) % {"n": count}


def icon(kind: str) -> str:
    return ICONS.get(kind, "note")


def channel_said(channel: str) -> str:
    """The platform's name, where it tells more than the kind does."""
    return "" if channel in _SILENT_CHANNELS else platform_label(channel)
