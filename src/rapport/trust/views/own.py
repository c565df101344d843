"""What others said of me, to show or to hide, and what I said of others, to take back."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from rapport.members.faces import show_faces
from rapport.members.may import MemberRequest, for_members
from rapport.members.models import Member
from rapport.trust.models import Testimonial, Vouch, Word
from rapport.trust.vouching import show, take_back

MOST = 200


@for_members
@require_GET
def vouches(request: MemberRequest) -> HttpResponse:
    mine, given = _said(request.member, "about"), _said(request.member, "by")
    show_faces(request.member, [*(word.by for word in mine), *(word.about for word in given)])
    context = {"mine": mine, "given": given}
    return render(request, "trust/vouches.html", context)


@for_members
@require_POST
def show_vouch(request: MemberRequest, number: int) -> HttpResponse:
    return _shown(request, Vouch, number)


@for_members
@require_POST
def show_testimonial(request: MemberRequest, number: int) -> HttpResponse:
    return _shown(request, Testimonial, number)


@for_members
@require_POST
def retract_vouch(request: MemberRequest, number: int) -> HttpResponse:
    return _retracted(request, Vouch, number)


@for_members
@require_POST
def retract_testimonial(request: MemberRequest, number: int) -> HttpResponse:
    return _retracted(request, Testimonial, number)


def _said(member: Member, side: str) -> list[Word]:
    found: list[Word] = []
    for model in (Vouch, Testimonial):
        rows = model.objects.visible_to(member).filter(**{side: member}).select_related("by", "about")
        found += rows.order_by("-written_at", "-pk")[:MOST]
    return sorted(found, key=lambda word: (word.state != "asked", -word.written_at.timestamp()))


def _shown(request: MemberRequest, model: Any, number: int) -> HttpResponse:
    show(_one(model, request.member, number, "about"), is_shown=request.POST.get("answer") == "yes")
    return redirect("/vouches/")


def _retracted(request: MemberRequest, model: Any, number: int) -> HttpResponse:
    take_back(_one(model, request.member, number, "by"))
    return redirect("/vouches/")


def _one(model: Any, member: Member, number: int, side: str) -> Any:
    found = model.objects.visible_to(member).filter(pk=number, **{side: member}).first()
    if found is None:
        raise Http404
    return found
