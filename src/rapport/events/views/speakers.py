"""Who speaks: asked, named, taken from the list; and the answer of who was asked."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rapport.events.finding import event_of, event_run_by
from rapport.events.forms import WebLink
from rapport.events.models import Event, Speaker
from rapport.events.speaking import agree, ask_to_speak, name_speaker, step_back
from rapport.kit import clock
from rapport.kit.cleaning import one_line, whole
from rapport.members.may import MemberRequest, for_members
from rapport.profiles.meant import is_handle_named, meant


@for_members
@require_POST
def add(request: MemberRequest, number: int) -> HttpResponse:
    event = event_run_by(request, number)
    try:
        messages.success(request, _add(request, event))
    except ValueError as refused:
        messages.error(request, str(refused))
    return redirect(f"{event.path}edit/#speakers")


@for_members
@require_POST
def remove(request: MemberRequest, number: int) -> HttpResponse:
    event, which = event_run_by(request, number), request.POST.get("speaker", "")
    found = Speaker.objects.filter(event=event, pk=whole(which) or 0).first()
    if found is not None:
        step_back(speaker=found)
        messages.success(request, _("Taken from the list."))
    return redirect(f"{event.path}edit/#speakers")


@for_members
@require_POST
def speaking(request: MemberRequest, number: int) -> HttpResponse:
    """The answer of the member who was asked to speak."""
    event = event_of(request, number)
    asked = Speaker.objects.filter(event=event, member=request.member).select_related("member", "event").first()
    if asked is not None and request.POST.get("says") == "yes":
        agree(speaker=asked, now=clock.now())
        messages.success(request, _("You speak. Your name stands on the page of the event now."))
    elif asked is not None:
        step_back(speaker=asked)
        messages.success(request, _("You do not speak. Nobody else was told that you were asked."))
    return redirect(event.path if asked is None or event.audience != "group" else "/events/")


def _add(request: MemberRequest, event: Event) -> str:
    """A member by handle, or a name from outside."""
    who, line = one_line(request.POST.get("who", "")), one_line(request.POST.get("line", ""))
    if is_handle_named(who):
        found = meant(request.member, who)
        ask_to_speak(event=event, member=found, by=request.member, line=line, now=clock.now())
        return _("%(name)s is asked, and named once they agree.") % {"name": found.name}
    name_speaker(event=event, name=who, line=line, link=_link(request.POST.get("link", "")), now=clock.now())
    return _("%(name)s is named as a speaker.") % {"name": who}


def _link(text: str) -> str:
    if not text.strip():
        return ""
    try:
        return str(WebLink().clean(text.strip()))
    except ValidationError:
        raise ValueError(_("Write the link like https://example.org.")) from None
