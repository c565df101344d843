"""Reporting something, and the host's page of what was reported."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rapport.hosting import removing
from rapport.hosting.reportable import reported
from rapport.hosting.reporting import TooManyError, matters, report, settle
from rapport.kit import clock
from rapport.kit.cleaning import clean
from rapport.kit.returning import back_to
from rapport.members.may import MemberRequest, for_hosts, for_members
from rapport.members.models import Member
from rapport.members.removable import removables


@for_members
@require_http_methods(["GET", "POST"])
def report_it(request: MemberRequest) -> HttpResponse:
    """`about` is what is reported (`post:12`); what one cannot see cannot be reported."""
    subject = (request.POST.get("about") or request.GET.get("about", ""))[:80]
    found = reported(request.member, subject)
    if found is None:
        raise Http404
    why = clean(request.POST.get("why", "")).strip()[:1000]
    back = back_to(request, found.path or "/")
    named = found.author is not None and Member.objects.visible_to(request.member).filter(pk=found.author.pk).exists()
    context = {"found": found, "author": found.author if named else None, "subject": subject, "back": back}
    if request.method == "POST" and why:
        try:
            report(by=request.member, subject=subject, why=why, now=clock.now())
        except TooManyError:
            messages.error(request, _("That is enough for one day. Write to a host if it cannot wait."))
            return render(request, "hosting/report.html", context, status=429)
        messages.success(request, _("The host will look at it. Whom it is about is not told by whom."))
        return redirect(back)
    return render(request, "hosting/report.html", context, status=422 if request.method == "POST" else 200)


@for_hosts
@require_GET
def reports(request: MemberRequest) -> HttpResponse:
    context = {"matters": matters(), "removable": removables()}
    return render(request, "hosting/reports.html", context)


@for_hosts
@require_POST
def settled(request: MemberRequest) -> HttpResponse:
    """`answer`: removed, dismissed, or anything else for settled; `why` stands where all members can read it."""
    answer, subject = request.POST.get("answer"), request.POST.get("about", "")[:80]
    why, now, host = clean(request.POST.get("why", "")).strip(), clock.now(), request.member
    if answer != "removed":
        settle(subject=subject, host=host, is_dismissed=answer == "dismissed", why=why, now=now)
        return redirect("/host/reports/")
    try:
        removing.remove(subject=subject, host=host, why=why, part=request.POST.get("part", "")[:20], now=now)
        messages.success(request, _("Removed. Those whom it concerns read why."))
    except removing.RefusedError:
        messages.error(request, _("Nothing was removed: say why, as those whom it concerns read it."))
    return redirect("/host/reports/")
