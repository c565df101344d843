"""What I am asked: whether to be introduced, and whether to introduce somebody."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from rapport.introductions.answering import ANSWERS, answer, asked_by
from rapport.introductions.bringing import thread_of
from rapport.introductions.models import Consent, PathQuestion
from rapport.introductions.paths import next_ones, pass_on, refuse, take_up
from rapport.kit import clock
from rapport.members.faces import show_faces
from rapport.members.may import MemberRequest, for_members

MOST = 50


@for_members
@require_GET
def listed(request: MemberRequest) -> HttpResponse:
    consents = Consent.objects.visible_to(request.member).select_related("introducer").order_by("-asked_at", "-pk")
    paths = PathQuestion.objects.visible_to(request.member).select_related("asker", "target")
    first = list(consents.exclude(state="expired")[:MOST])
    open_ones = list(paths.filter(state="open").order_by("-asked_at", "-pk")[:MOST])
    show_faces(request.member, [*(one.introducer for one in first), *(one.asker for one in open_ones)])
    return render(request, "introductions/asked.html", {"consents": first, "paths": open_ones})


@for_members
@require_http_methods(["GET", "POST"])
def asked(request: MemberRequest, word: str) -> HttpResponse:
    """`answer` is yes, no or acquainted."""
    rows = Consent.objects.visible_to(request.member).select_related("introducer", "introduction", "asked", "other")
    return _answered(request, rows.filter(key=word).first())


@require_http_methods(["GET", "POST"])
def by_mail(request: HttpRequest, word: str) -> HttpResponse:
    """Whoever holds the mail may answer it."""
    return _answered(request, asked_by(word))


@for_members
@require_http_methods(["GET", "POST"])
def way(request: MemberRequest, word: str) -> HttpResponse:
    """`answer`: yes leads to the introduction in one's own book, as does `over` (a handle) to that with somebody who is
    a step nearer; no goes no further."""
    rows = PathQuestion.objects.visible_to(request.member).select_related("asker", "middle", "target")
    question = rows.filter(key=word).first()
    if question is None:
        raise Http404
    nearer = next_ones(question) if question.state == "open" else []
    if request.method == "POST" and question.state == "open":
        over = next((one for one in nearer if one.handle == request.POST.get("over")), None)
        if over is not None:
            return redirect(pass_on(question, over=over, now=clock.now()).path)
        if request.POST.get("answer") == "yes":
            return redirect(take_up(question, now=clock.now()).path)
        refuse(question)
    return render(request, "introductions/way.html", {"question": question, "nearer": nearer})


def _answered(request: HttpRequest, consent: Any) -> HttpResponse:
    if consent is None:
        raise Http404
    said = request.POST.get("answer", "")
    if request.method == "POST" and said in ANSWERS:
        answer(consent, said, now=clock.now())
        return redirect(request.path)
    return render(request, "introductions/question.html", {"consent": consent, "thread": thread_of(consent)})
