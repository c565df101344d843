"""Questions: what is asked, what I asked, and what has been answered for good."""

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from rapport.help.models import Question
from rapport.kit.pages import page_of
from rapport.members.may import MemberRequest, for_members
from rapport.members.models import Member, Mute

VIEWS = ("open", "mine", "answered")


@for_members
@require_GET
def asks(request: MemberRequest) -> HttpResponse:
    """`view` is open, mine or answered; `q` looks for a word in what was asked."""
    wanted, typed = request.GET.get("view", "open"), request.GET.get("q", "").strip()[:80]
    view = wanted if wanted in VIEWS else "open"
    rows = _rows(request.member, view)
    if typed:
        rows = rows.filter(Q(title__icontains=typed) | Q(text__icontains=typed))
    rows = rows.select_related("asker", "group").annotate(given=Count("answers"))
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    page = page_of(rows, ["-asked_at", "-pk"], after=after, before=before, size=30)
    named = [(question, question.named_to(request.member)) for question in page.rows]
    context = {"named": named, "page": page, "view": view, "typed": typed}
    return render(request, "help/asks.html", context)


def _rows(member: Member, view: str) -> QuerySet[Any]:
    there = Question.objects.visible_to(member)
    if view == "mine":
        return there.filter(asker=member)
    if view == "answered":
        return there.filter(is_resource=True, withdrawn_at=None)
    muted = Mute.objects.filter(by=member).values("other")
    return there.open().exclude(asker__in=muted, is_anonymous=False)
