"""Somebody from outside wishes not to be kept here: the host enters an address of theirs, and learns nothing by it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rapport.hosting.reporting import note
from rapport.kit import clock
from rapport.members.may import MemberRequest, for_hosts
from rapport.rights.models import Objection
from rapport.rights.objecting import key_of, object_to, withdraw


@for_hosts
@require_http_methods(["GET", "POST"])
def objections(request: MemberRequest) -> HttpResponse:
    """`address` as they told it; `answer=withdraw` where they changed their mind."""
    typed = request.POST.get("address", "")[:500]
    if request.method == "GET" or not (key := key_of(typed, request.member.region)):
        if request.method == "POST":
            messages.error(request, _("That is no mail address, telephone number or address of a profile."))
        context = {"count": Objection.objects.count(), "typed": typed}
        return render(request, "hosting/objections.html", context, status=200 if request.method == "GET" else 422)
    if request.POST.get("answer") == "withdraw":
        withdraw(key=key)
        note(host=request.member, act="withdrawn", kind="", why="", now=clock.now())
        messages.success(request, _("They may be kept again."))
    else:
        object_to(key=key, now=clock.now())
        note(host=request.member, act="objection", kind="", why="", now=clock.now())
        messages.success(request, _("No import brings them in from now on. Whoever has them in a book is told, alone."))
    return redirect("/host/objections/")
