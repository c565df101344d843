"""How often by mail: chosen in the settings, stopped by the link in the mail."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from rapport.kit.stopping import answered
from rapport.members.may import MemberRequest, for_members
from rapport.notices.calendar import choose_calendar_mail, member_to_stop
from rapport.notices.stopping import hear_by, member_of_word
from rapport.notices.way import ways


@for_members
@require_POST
def hear(request: MemberRequest) -> HttpResponse:
    """`way`: how often by mail; `calendar`: whether the dates they come to are mailed as well, yes or no."""
    way, calendar = request.POST.get("way", ""), request.POST.get("calendar", "")
    if way in ways():
        hear_by(request.member, way)
        messages.success(request, _("Kept."))
    if calendar in ("yes", "no"):
        choose_calendar_mail(request.member, is_wanted=calendar == "yes")
    return redirect("/settings/")


@csrf_exempt  # mail programs post here by themselves (RFC 8058); the signed word is the permission
@require_http_methods(["GET", "POST"])
def stop(request: HttpRequest, word: str) -> HttpResponse:
    member = member_of_word(word)
    if member is None:
        raise Http404
    return answered(request, "notices/stop.html", lambda: hear_by(member, "never"))


@csrf_exempt  # as above
@require_http_methods(["GET", "POST"])
def stop_calendar(request: HttpRequest, word: str) -> HttpResponse:
    member = member_to_stop(word)
    if member is None:
        raise Http404
    return answered(request, "notices/stop_calendar.html", lambda: choose_calendar_mail(member, is_wanted=False))
