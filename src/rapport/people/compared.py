"""What is known of two people, side by side."""

from typing import Any

from django.utils.translation import gettext as _

from rapport.people.models import Day, Identity, Name, Person
from rapport.people.platforms import platform_label


def compared(first: Person, second: Person) -> list[tuple[str, str, str, str]]:
    """Rows of label, the one's, the other's, and `same`, `other` or empty where only one side knows."""
    facts = [
        (_("What they do"), first.headline, second.headline),
        (_("Place"), first.place, second.place),
        (_("Also called"), *_both(Name, "text", first, second, exclude={"text__in": [first.name, second.name]})),
        (_("Birthday"), *_both(Day, "on", first, second, filter={"kind": "birthday"})),
    ]
    platforms = Identity.objects.shown().filter(person__in=[first, second]).order_by("platform")
    for platform in platforms.values_list("platform", flat=True).distinct():
        both = _both(Identity, "handle", first, second, filter={"platform": platform})
        facts.append((platform_label(platform), *both))
    return [(label, one, other, _state(one, other)) for label, one, other in facts if one or other]


def _both(model: Any, column: str, *people: Person, **how: dict[str, Any]) -> list[str]:
    return [
        ", ".join(
            model.objects.shown()
            .filter(person=person, **how.get("filter", {}))
            .exclude(**how.get("exclude", {"pk": None}))
            .values_list(column, flat=True)
        )
        for person in people
    ]


def _state(one: str, other: str) -> str:
    if not one or not other:
        return ""
    return "same" if one.casefold() == other.casefold() else "other"
