"""Suspending a member and readmitting them: the host's."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rapport.hosting.suspending import RefusedError, readmit, suspend
from rapport.kit import clock
from rapport.kit.cleaning import one_line
from rapport.members.may import MemberRequest, for_hosts
from rapport.members.models import Member, Suspension

DAYS = ("1", "7", "30", "")  # the last: until further notice


@for_hosts
@require_http_methods(["GET"])
def suspensions(request: MemberRequest) -> HttpResponse:
    rows = Suspension.objects.select_related("member").order_by("-since")
    return render(request, "hosting/suspensions.html", {"rows": rows})


@for_hosts
@require_http_methods(["GET", "POST"])
def suspension(request: MemberRequest, handle: str) -> HttpResponse:
    """`days` for how long, empty until further notice; `answer=readmit` ends it."""
    member = Member.objects.filter(handle=handle.lower()).first()
    if member is None:
        raise Http404
    if request.method == "GET":
        there = Suspension.objects.filter(member=member).first()
        return render(request, "hosting/suspension.html", {"member": member, "suspension": there})
    if request.POST.get("answer") == "readmit":
        readmit(member=member, by=request.member, now=clock.now())
        return redirect("/host/suspensions/")
    days, why = request.POST.get("days", ""), one_line(request.POST.get("why", ""))
    if days not in DAYS or not why:
        messages.error(request, _("Say why; it stands where all members can read it, without a name."))
        return redirect(request.path)
    until = clock.now() + timedelta(days=int(days)) if days else None
    try:
        suspend(member=member, by=request.member, why=why, now=clock.now(), until=until)
    except RefusedError:
        messages.error(request, _("A host cannot be suspended."))
    return redirect("/host/suspensions/")
