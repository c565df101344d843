"""Requests: somebody asked to connect, and waits."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.kit.prepared import Query, prepared
from rapport.kit.wording import ago
from rapport.members.models import Member, Mute
from rapport.network.models import Request
from rapport.rounds.compose import Candidate
from rapport.rounds.desk import Desk
from rapport.rounds.hub_acts import falling, hub_act
from rapport.rounds.suggestion import Suggestion, Telling

MOST = 3


def asks(desk: Desk) -> tuple[Query]:
    return (_waiting.of(member=desk.member.pk),)


def find(desk: Desk) -> Iterator[Candidate]:
    (waiting,) = asks(desk)
    found = waiting.rows()
    for place, request in enumerate(found):
        yield hub_act(desk, "request", request.pk, request, worth=falling(0.5, place, found), minutes=1)


@prepared(numbers=("member",))
def _waiting(member: int) -> Any:
    muted = Mute.objects.filter(by=member).values("other")
    waiting = Request.objects.waiting_for(Member(pk=member)).exclude(by__in=muted)
    return waiting.select_related("by").order_by("asked_at", "pk")[:MOST]


def tell(desk: Desk, chosen: Candidate) -> Telling:
    request = desk.kept[chosen.key]
    words = {"name": request.by.name, "when": ago(request.asked_at, desk.today), "note": request.note}
    asked = _("They asked to connect %(when)s: “%(note)s”") if request.note else _("They asked to connect %(when)s.")
    return Telling(act=_("Answer %(name)s") % words, reason=asked % words, href="/connections/", icon="people")


REQUEST = Suggestion("request", gettext_lazy("A request"), find, tell, rank=12, answers=(), people=0, asks=asks)
