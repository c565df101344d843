"""Settings of a member, and leaving."""

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rapport.kit.clock import now
from rapport.kit.panels import rendered
from rapport.members.forms import LeaveForm, SettingsForm
from rapport.members.hosts import is_needed
from rapport.members.leave import leave
from rapport.members.may import MemberRequest, for_members
from rapport.members.renaming import keep


@for_members
@require_http_methods(["GET", "POST"])
def settings(request: MemberRequest) -> HttpResponse:
    form = SettingsForm(request.POST or None, instance=request.member)
    if request.method == "POST" and form.is_valid():
        keep(form.save(commit=False))
        messages.success(request, _("Kept."))
        return redirect("/settings/")
    return render(
        request,
        "members/settings.html",
        {
            "form": form,
            "panels": rendered("settings", "main", request, request.member),
            "head": rendered("settings", "head", request, request.member),
            "exports": _is_there("/settings/export/"),
        },
    )


def _is_there(path: str) -> bool:
    """A room above may or may not offer this page."""
    try:
        resolve(path)
    except Resolver404:
        return False
    return True


@for_members
@require_http_methods(["GET", "POST"])
def leaving(request: MemberRequest) -> HttpResponse:
    if is_needed(request.member):
        return render(request, "members/leaving.html", {"form": None}, status=200 if request.method == "GET" else 422)
    form = LeaveForm(request.POST or None, member=request.member)
    if request.method == "POST" and form.is_valid():
        member = request.member
        logout(request)
        leave(member, now=now())
        request.member = None  # type: ignore[assignment]
        return render(request, "members/left.html")
    return render(request, "members/leaving.html", {"form": form})
