"""Who is a host: more are made by one, and each ends it for themselves."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rapport.hosting.handing_over import NeededError, make_host, step_down
from rapport.kit import clock
from rapport.members.may import MemberRequest, for_hosts
from rapport.profiles.meant import UnclearError, meant


@for_hosts
@require_POST
def add(request: MemberRequest) -> HttpResponse:
    """`handle` is who becomes a host too, by name or handle."""
    try:
        member = meant(request.member, request.POST.get("handle", ""))
    except UnclearError as unclear:
        messages.error(request, str(unclear))
    else:
        make_host(member=member, by=request.member, now=clock.now())
        messages.success(request, _("%(name)s is a host too.") % {"name": member.name})
    return redirect("/host/")


@for_hosts
@require_POST
def end(request: MemberRequest) -> HttpResponse:
    try:
        step_down(member=request.member, now=clock.now())
    except NeededError:
        messages.error(request, _("You are the only host here. Make somebody else a host first."))
        return redirect("/host/")
    messages.success(request, _("You are a host no more."))
    return redirect("/")
