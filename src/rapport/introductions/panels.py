"""This room's part of the page of a person, of a profile, of Today and of the settings."""

from typing import Any

from django.http import HttpRequest

from rapport.introductions.models import Reach
from rapport.introductions.paths import ways_to
from rapport.introductions.questions import asks, consents_asked, paths_asked
from rapport.introductions.showing import knows, place_to_introduce
from rapport.kit.panels import Panel
from rapport.ledger.models import Wish
from rapport.members.audience import Level
from rapport.members.models import Member
from rapport.people.here import member_behind
from rapport.people.models import Person
from rapport.people.showing.held import held


def _asked(request: HttpRequest, round_: Any) -> dict[str, Any] | None:
    member: Member = request.member  # type: ignore[attr-defined]
    found: dict[str, Any] = {"consents": consents_asked(member), "paths": paths_asked(member)}
    return found if any(found.values()) else None


def _ways_of_profile(request: HttpRequest, seen: Any) -> dict[str, Any] | None:
    """None to oneself or to a connection; the page knows already what the two are to each other."""
    return None if seen.viewer is None or seen.level >= Level.CONNECTION else _ways(seen.viewer, seen.member)


def _ways_of_person(request: HttpRequest, person: Person) -> dict[str, Any] | None:
    """To whom the owner wishes to meet."""
    if all(wished.met_on for wished in held(person, Wish)):
        return None
    target = member_behind(person)
    return _ways(person.book.owner, target) if target else None


def _ways(viewer: Member, target: Member) -> dict[str, Any] | None:
    steps = ways_to(viewer, target)
    return {"target": target, "steps": steps} if steps else None


def _reach(request: HttpRequest, member: Member) -> dict[str, Any]:
    return {"is_open": Reach.objects.filter(member=member, is_open=True).exists()}


ON_PAGES = (
    Panel("person", 500, place_to_introduce, "introductions/panels/place_to_introduce.html", "aside"),
    Panel("person", 505, _ways_of_person, "introductions/panels/ways.html", "aside"),
    Panel("person", 510, knows, "introductions/panels/knows.html", "aside"),
    Panel("profile", 70, _ways_of_profile, "introductions/panels/ways.html", "aside"),
    Panel("today", 12, _asked, "introductions/panels/asked.html", "aside", lambda request, _: asks(request.member)),
    Panel("settings", 45, _reach, "introductions/panels/reach.html"),
)
