"""On a profile: asking and thanking, and thanks that are public. In a group: what is asked there, and its thanks."""

from typing import Any

from django.http import HttpRequest

from rapport.help.models import Question, Thanks
from rapport.kit.panels import Panel
from rapport.kit.prepared import prepared
from rapport.kit.shows import Shows
from rapport.members.models import Member

SHOWN = 5


def _acts(request: HttpRequest, seen: Any) -> dict[str, Any] | None:
    if seen.viewer is None or seen.viewer.pk == seen.member.pk:
        return None
    return {"member": seen.member}


def _thanked(request: HttpRequest, seen: Any) -> dict[str, Any] | None:
    if seen.viewer is None:
        found = _public_thanks.rows(to=seen.member.pk)
    else:
        found = _thanks_of.rows(viewer=seen.viewer.pk, to=seen.member.pk)
    return {"found": found} if found else None


def _of_group(request: HttpRequest, seen: Any) -> dict[str, Any] | None:
    if seen.membership is None:
        return None
    of = {"viewer": seen.viewer.pk, "group": seen.group.pk}
    return {"group": seen.group, "asked": _asked_in.rows(**of), "thanks": _thanks_in.rows(**of)}


@prepared(numbers=("to",))
def _public_thanks(to: int) -> Any:
    return _to(None, to)


@prepared(numbers=("viewer", "to"))
def _thanks_of(viewer: int, to: int) -> Any:
    return _to(Member(pk=viewer), to)


def _to(viewer: Member | None, to: int) -> Any:
    rows = Thanks.objects.visible_to(viewer).filter(to=to, audience="public", state="shown")
    return rows.select_related("by").order_by("-given_at", "-pk")[:SHOWN]


@prepared(numbers=("viewer", "group"))
def _asked_in(viewer: int, group: int) -> Any:
    asked = Question.objects.visible_to(Member(pk=viewer)).open().filter(group=group)
    return asked.order_by("-asked_at", "-pk")[:SHOWN]


@prepared(numbers=("viewer", "group"))
def _thanks_in(viewer: int, group: int) -> Any:
    thanks = Thanks.objects.visible_to(Member(pk=viewer)).filter(group=group, state="shown")
    return thanks.select_related("by", "to").order_by("-given_at", "-pk")[:SHOWN]


ACTS = Panel("profile", 30, _acts, "help/panels/acts.html", "aside")
THANKED = Panel("profile", 60, _thanked, "help/panels/thanked.html")
OF_GROUP = Panel("group", 50, _of_group, "help/panels/of_group.html", "aside")
SHOWN_TO_ALL = Shows("profile", Thanks, "to")
