"""What somebody is to the owner, how often they want to be in touch, and rest: the panel beside a person."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from rapport.kit import clock, wording
from rapport.people.models import Person
from rapport.people.showing.held import held
from rapport.ties.cadence import Cadence, cadence_of
from rapport.ties.layers import SIZES
from rapport.ties.models import Rest, Role, Tie
from rapport.ties.rest import is_resting
from rapport.ties.roles import COMMON
from rapport.ties.showing.rhythms import choosing, wished

PLACES = {
    5: __("among the closest five"),
    15: __("among the closest fifteen"),
    50: __("among fifty good to know"),
    150: __("among a hundred and fifty"),
    500: __("further out"),
}
RESTS = (
    ("30", __("for a month")),
    ("91", __("for 3 months")),
    ("365", __("for a year")),
    ("", __("until I wake it")),
    ("ended", __("for good: it has ended")),
)


def between(request: HttpRequest, person: Person) -> dict[str, Any]:
    today = clock.today(person.book.owner.zone)
    tie = next(iter(held(person, Tie)), None) or Tie(person=person)
    rest = next(iter(held(person, Rest)), None)
    roles = sorted(held(person, Role), key=lambda role: (role.ended_on is not None, role.ended_on, role.number))
    now = [role for role in roles if role.ended_on is None]
    cadence = cadence_of(person, tie)
    return {
        "person": person,
        "roles": now,
        "past_roles": [role for role in roles if role.ended_on is not None],
        "common": [name for name in COMMON if name not in {role.name for role in now}],
        "wish": choosing(Cadence(tie.cadence, tie.cadence_most) if tie.cadence else None),
        "pin": tie.layer_pin,
        "places": [(size, PLACES[size]) for size in SIZES],
        "is_resting": rest is not None and is_resting(rest, today),
        "says": list(filter(None, [wished(cadence) if cadence else "", _place_says(tie), _rest_says(rest, today)])),
        "rests": RESTS,
    }


def _place_says(tie: Tie) -> str:
    if not tie.layer_pin:
        return ""
    return _("You see them %(place)s.") % {"place": PLACES[tie.layer_pin]}


def _rest_says(rest: Rest | None, today: date) -> str:
    if rest is None or not is_resting(rest, today):
        return ""
    if rest.state == "ended":
        return _("This has ended. Nothing is suggested about it.")
    if rest.until is None:
        return _("Resting. Nothing is suggested until you wake it.")
    return _("Resting until %(day)s.") % {"day": wording.day(rest.until)}
