"""How often by mail: chosen in the settings, stopped by the link in the mail."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from rapport.members.may import MemberRequest, for_members
from rapport.notices.stopping import hear_by, member_of_word
from rapport.notices.way import ways


@for_members
@require_POST
def hear(request: MemberRequest) -> HttpResponse:
    way = request.POST.get("way", "")
    if way in ways():
        hear_by(request.member, way)
        messages.success(request, _("Kept."))
    return redirect("/settings/")


@csrf_exempt  # mail programs post here by themselves (RFC 8058); the signed word is the permission
@require_http_methods(["GET", "POST"])
def stop(request: HttpRequest, word: str) -> HttpResponse:
    """Asks on GET, stops on POST. Whoever holds the mail may stop it and do nothing else."""
    member = member_of_word(word)
    if member is None:
        raise Http404
    if request.method == "POST":
        hear_by(member, "never")
    return render(request, "notices/stop.html", {"is_stopped": request.method == "POST"})
