"""Check-in by list, on a phone at the door."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rapport.events.checkin import check_in, close, is_open, take_out, walk_in
from rapport.events.coming import who_come
from rapport.events.finding import date_of, event_run_by
from rapport.events.models import Attendance, Occurrence, Rsvp
from rapport.events.saying import when_said
from rapport.kit import clock
from rapport.kit.cleaning import one_line, whole
from rapport.members.faces import show_faces
from rapport.members.may import MemberRequest, for_members
from rapport.members.models import Member


@for_members
@require_http_methods(["GET", "POST"])
def door(request: MemberRequest, number: int) -> HttpResponse:
    """One tap a person: `here` with a handle, `out` with the number of a row, `walk_in` with a name or a handle, or
    `close`."""
    event, now = event_run_by(request, number), clock.now()
    date = date_of(request, event, now)
    if request.method == "POST":
        try:
            _do(request, date)
        except ValueError as refused:
            messages.error(request, str(refused))
        return redirect(f"{event.path}check-in/?on={date.day.isoformat()}")
    there = list(Attendance.objects.filter(occurrence=date).select_related("member").order_by("-noted_at", "-pk"))
    inside = {one.member_id for one in there if one.member_id}
    coming = who_come(date, request.member, is_run=True).order_by("member__name", "pk")
    expected = [one for one in coming if one.member_id not in inside]
    show_faces(request.member, [*(one.member for one in there), *(one.member for one in expected)])
    return render(
        request,
        "events/door.html",
        {
            "event": event,
            "date": date,
            "when": when_said(date, event),
            "is_open": is_open(date, now),
            "has_begun": date.has_begun(now),
            "expected": expected,
            "there": there,
            "guests": _guests(there, date),
        },
    )


def _do(request: MemberRequest, date: Occurrence) -> None:
    form, now = request.POST, clock.now()
    if "close" in form:
        close(occurrence=date, now=now)
        messages.success(request, _("The list is closed. Those who were there can write down whom they met."))
    elif "out" in form:
        found = Attendance.objects.filter(occurrence=date, pk=whole(form["out"]) or 0).first()
        if found is not None:
            take_out(occurrence=date, attendance=found, now=now)
    elif "here" in form:
        _in(request, date, form["here"])
    else:
        name = one_line(form.get("walk_in", ""))
        if name.startswith("@"):
            _in(request, date, name[1:])
        else:
            walk_in(occurrence=date, name=name, by=request.member, now=now)


def _in(request: MemberRequest, date: Occurrence, handle: str) -> None:
    found = Member.objects.visible_to(request.member).filter(handle=handle.lower()).first()
    if found is None:
        raise ValueError(_("There is no member @%(handle)s here.") % {"handle": handle})
    check_in(occurrence=date, member=found, by=request.member, now=clock.now())


def _guests(there: list[Attendance], date: Occurrence) -> dict[int, int]:
    """How many each member said they would bring."""
    rows = Rsvp.objects.filter(occurrence=date, guests__gt=0, member__in=[one.member_id for one in there])
    return dict(rows.values_list("member_id", "guests"))
