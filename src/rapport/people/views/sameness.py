"""Two of the book side by side: one person or two, as the owner says."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rapport.kit.clock import now
from rapport.members.may import MemberRequest, for_members
from rapport.people.book import person_of
from rapport.people.merge import merge
from rapport.people.models import Day, Identity, Name, Person, Review
from rapport.people.platforms import platform_label
from rapport.people.tell_apart import tell_apart


@for_members
@require_http_methods(["GET", "POST"])
def same(request: MemberRequest, number: int, other: int) -> HttpResponse:
    """The earlier of the two is kept."""
    first, second = sorted((person_of(request, number), person_of(request, other)), key=lambda one: one.number)
    if first.pk == second.pk:
        if request.method == "GET":
            raise Http404
        return redirect(first.path)
    if request.method == "GET":
        context = {"first": first, "second": second, "rows": _rows(first, second)}
        return render(request, "people/same.html", context | {"here": request.path})
    if request.POST.get("answer") == "same":
        merge(first, second, code="by_hand", now=now())
        messages.success(request, _("%(name)s is one person now.") % {"name": first.name})
        return redirect(_next(request, first.path))
    tell_apart(first, [second], now=now())
    Review.objects.filter(first=first, second=second).delete()
    messages.success(request, _("They are two people. Nobody will ask again."))
    return redirect(_next(request, first.path))


def _next(request: MemberRequest, otherwise: str) -> str:
    wanted = request.POST.get("next", "")
    return wanted if url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) else otherwise


def _rows(first: Person, second: Person) -> list[tuple[str, str, str, str]]:
    """What is known of both, for comparison: label, one, other, whether the same."""
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
