"""What one agrees to, and whom one blocked or muted."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rapport.kit import clock
from rapport.members.blocking import unblock, unmute
from rapport.members.faces import show_faces
from rapport.members.may import MemberRequest, for_members
from rapport.members.models import Member
from rapport.network import listing
from rapport.network.agree import agree
from rapport.network.forms import OpennessForm
from rapport.network.models import Openness


@for_members
@require_http_methods(["GET", "POST"])
def openness(request: MemberRequest) -> HttpResponse:
    form = OpennessForm(request.POST or None, instance=Openness.of(request.member))
    if request.method == "POST" and form.is_valid():
        agree(member=request.member, now=clock.now(), **form.cleaned_data)
        messages.success(request, _("Kept."))
        return redirect("/settings/openness/")
    return render(request, "network/openness.html", {"form": form, "is_host": request.member.is_host})


@for_members
@require_http_methods(["GET", "POST"])
def blocks(request: MemberRequest) -> HttpResponse:
    """Whom one blocked and muted. Posting a `handle` lets them be there again; of others it changes nothing."""
    if request.method == "POST":
        rows = listing.blocked(request.member) if "unblock" in request.POST else listing.muted(request.member)
        handle = request.POST.get("unblock") or request.POST.get("unmute") or ""
        found = rows.filter(other__handle=handle).first()
        if found is not None:
            _let_be(request, found.other)
        return redirect("/settings/blocks/")
    muted = list(listing.muted(request.member))
    show_faces(request.member, [one.other for one in muted])
    context = {"blocked": list(listing.blocked(request.member)), "muted": muted}
    return render(request, "network/blocks.html", context)


def _let_be(request: MemberRequest, other: Member) -> None:
    undo = unblock if "unblock" in request.POST else unmute
    undo(by=request.member, other=other)
    messages.success(request, _("%(name)s is there for you again.") % {"name": other.name})
