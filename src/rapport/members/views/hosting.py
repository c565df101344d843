"""The host's page, and what everybody may know about it."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rapport.kit.clock import now
from rapport.kit.once import once
from rapport.kit.pages import page_of
from rapport.kit.panels import rendered
from rapport.members.forms import HubForm
from rapport.members.invite import LASTS, TooManyInvitationsError, invite
from rapport.members.joining import let_in, turn_away
from rapport.members.may import MemberRequest, for_hosts
from rapport.members.models import Hub, Invitation, JoinRequest, Member


@for_hosts
@require_http_methods(["GET", "POST"])
def host(request: MemberRequest) -> HttpResponse:
    """Members by name and day of joining, open invitations by count, and the name of the place."""
    form = HubForm(request.POST or None, instance=Hub.this())
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Kept."))
        return redirect("/host/")
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    context = {
        "form": form,
        "page": page_of(Member.objects.select_related("account"), ["handle"], after=after, before=before, size=40),
        "waiting": Invitation.objects.filter(used_by=None, expires_at__gt=now()).count(),
        "requests": JoinRequest.objects.order_by("asked_at", "pk")[:100],
        "word": request.session.pop("invitation_word", ""),
        "base": settings.BASE_URL,
        "lasts": LASTS.days,
        "panels": rendered("host", "main", request, request.member),
    }
    return render(request, "members/host.html", context)


@for_hosts
@require_POST
@once
def invite_somebody(request: MemberRequest) -> HttpResponse:
    """Makes an invitation; its address is shown once, on the page that follows."""
    try:
        request.session["invitation_word"] = invite(by=request.member, now=now())
    except TooManyInvitationsError:
        messages.error(request, _("That is enough for one day. Tomorrow you can invite again."))
    return redirect("/host/")


@for_hosts
@require_POST
def answer_request(request: MemberRequest, request_number: int) -> HttpResponse:
    """`answer`: yes sends an invitation to the address; no lets the request go, and tells nobody."""
    asked = JoinRequest.objects.filter(pk=request_number).first()
    if asked is None:
        raise Http404
    if request.POST.get("answer") != "yes":
        turn_away(asked.pk)
        messages.success(request, _("Let go. Nobody is told."))
        return redirect("/host/")
    try:
        let_in(asked, by=request.member, now=now())
        is_sent = bool(settings.MAIL_SERVER)
        waits = _("The invitation is written, and waits: this place has no mail server. Give them one yourself.")
        messages.success(request, _("An invitation is on its way.") if is_sent else waits)
    except TooManyInvitationsError:
        messages.error(request, _("That is enough for one day. Tomorrow you can invite again."))
    return redirect("/host/")


@require_safe
def what_the_host_can_see(request: HttpRequest) -> HttpResponse:
    return render(request, "members/what_the_host_can_see.html")
