"""Coming in: by the first-run link, or by an invitation."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from allauth.core.ratelimit import consume_or_429
from django.conf import settings
from django.contrib.auth import login
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rapport.kit.clock import now
from rapport.members.firstrun import begin, may_begin
from rapport.members.forms import EntryForm, FirstRunForm
from rapport.members.invite import LASTS, accept, open_invitation
from rapport.members.known_devices import remember
from rapport.members.models import Hub, Member

P = ParamSpec("P")


def not_too_often(view: Callable[Concatenate[HttpRequest, P], HttpResponse]) -> Any:
    """Posting here counts as an attempt to come in; too many from one place are answered 429."""

    @wraps(view)
    def counted(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        refused: HttpResponse | None = consume_or_429(request, action="signup")
        return view(request, *args, **kwargs) if refused is None else refused

    return counted


@require_http_methods(["GET", "POST"])
@not_too_often
def first_run(request: HttpRequest, word: str) -> HttpResponse:
    """The console's link: names the place and makes its host."""
    if not may_begin(word):
        raise Http404
    form = FirstRunForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        host = begin(word, now=now(), **form.cleaned_data)
        if host is None:
            raise Http404
        return entered(request, host)
    return render(request, "members/first_run.html", {"form": form})


@require_http_methods(["GET", "POST"])
@not_too_often
def invitation(request: HttpRequest, word: str) -> HttpResponse:
    """An invitation's page; used, over and invented ones are answered alike. An address that somebody here has is taken
    like any other: the hub tells nobody."""
    found = open_invitation(word, now())
    if found is None:
        return render(request, "members/invitation_over.html", {"lasts": LASTS.days}, status=404)
    form = EntryForm(request.POST or None, made_out_to=found.email)
    if request.method == "POST" and form.is_valid():
        try:
            member = accept(found, now=now(), **form.cleaned_data)
        except IntegrityError:
            member = None
        if member is not None:
            return entered(request, member)
        form.add_error(None, _("Somebody was quicker. Please choose another handle, or ask for another invitation."))
    return render(request, "members/invitation.html", {"form": form, "hub": Hub.this()})


def entered(request: HttpRequest, member: Member) -> HttpResponse:
    login(request, member.account, backend=settings.AUTHENTICATION_BACKENDS[0])
    response = redirect("/")
    remember(response, member.account)
    return response
