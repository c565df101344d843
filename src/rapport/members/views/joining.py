"""What this place is, the open door, and inviting somebody."""

from django.conf import settings
from django.contrib import messages
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rapport.kit.clock import now
from rapport.kit.once import once
from rapport.kit.panels import rendered
from rapport.members.forms import EntryForm, JoinForm
from rapport.members.invite import LASTS, TooManyInvitationsError, invite, left_to
from rapport.members.joining import ClosedError, ask_to_come_in, come_in
from rapport.members.may import MemberRequest, for_members
from rapport.members.models import Hub, Member
from rapport.members.views.arriving import entered, not_too_often


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """The place in its host's words, for everybody."""
    hosts = Member.objects.active().filter(is_host=True).order_by("handle")
    panels = rendered("about", "main", request, None)
    return render(request, "members/about.html", {"hub": Hub.this(), "hosts": hosts, "panels": panels})


@require_http_methods(["GET", "POST"])
@not_too_often
def join(request: HttpRequest) -> HttpResponse:
    hub = Hub.this()
    if hub.settled_at is None:
        raise Http404
    if hub.joining == "open":
        return _come_in(request)
    form = JoinForm(request.POST or None) if hub.joining == "request" else None
    is_asked = False
    if form is not None and request.method == "POST" and form.is_valid():
        try:
            ask_to_come_in(now=now(), **form.cleaned_data)
            is_asked = True
        except ClosedError:
            form.add_error(None, _("Too many are waiting. Please come back in some days."))
    context = {"hub": hub, "form": form, "is_asked": is_asked}
    return render(request, "members/join.html", context, status=422 if form is not None and form.errors else 200)


def _come_in(request: HttpRequest) -> HttpResponse:
    form = EntryForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return entered(request, come_in(now=now(), **form.cleaned_data))
        except IntegrityError:
            form.add_error("handle", _("This handle is taken. Please choose another."))
        except ClosedError:
            form.add_error(None, _("Too many come in today. Please come back tomorrow."))
    context = {"hub": Hub.this(), "form": form, "is_open": True, "is_asked": False}
    return render(request, "members/join.html", context, status=422 if form.errors else 200)


@for_members
@require_http_methods(["GET", "POST"])
@once
def invite_somebody(request: MemberRequest) -> HttpResponse:
    """For members whom the host lets invite. The address of an invitation is shown once."""
    if request.method == "POST":
        try:
            request.session["invitation_word"] = invite(by=request.member, now=now())
        except TooManyInvitationsError:
            messages.error(request, _("You have no invitations left for now."))
        return redirect("/invite/")
    left, word = left_to(request.member, now()), request.session.pop("invitation_word", "")
    context = {"left": left, "word": word, "lasts": LASTS.days, "base": settings.BASE_URL}
    return render(request, "members/invite.html", context)
