"""On a profile: asking and thanking, and thanks that are public. In a group: what is asked there, and its thanks."""

from typing import Any

from django.http import HttpRequest

from rapport.help.models import Question, Thanks
from rapport.kit.panels import Panel

SHOWN = 5


def _acts(request: HttpRequest, seen: Any) -> dict[str, Any] | None:
    if seen.viewer is None or seen.viewer.pk == seen.member.pk:
        return None
    return {"member": seen.member}


def _thanked(request: HttpRequest, seen: Any) -> dict[str, Any] | None:
    rows = Thanks.objects.visible_to(seen.viewer).filter(to=seen.member, audience="public", state="shown")
    found = list(rows.select_related("by").order_by("-given_at", "-pk")[:SHOWN])
    return {"found": found} if found else None


def _of_group(request: HttpRequest, seen: Any) -> dict[str, Any] | None:
    if seen.membership is None:
        return None
    asked = Question.objects.visible_to(seen.viewer).open().filter(group=seen.group)
    thanks = Thanks.objects.visible_to(seen.viewer).filter(group=seen.group, state="shown").select_related("by", "to")
    return {
        "group": seen.group,
        "asked": list(asked.order_by("-asked_at", "-pk")[:SHOWN]),
        "thanks": list(thanks.order_by("-given_at", "-pk")[:SHOWN]),
    }


ACTS = Panel("profile", 30, _acts, "help/panels/acts.html", "aside")
THANKED = Panel("profile", 60, _thanked, "help/panels/thanked.html")
OF_GROUP = Panel("group", 50, _of_group, "help/panels/of_group.html", "aside")
