"""Messages: the list, one thread, writing to somebody, what one does with a stranger's first words."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rapport.kit import clock
from rapport.kit.live import live
from rapport.kit.once import once
from rapport.members.blocking import block
from rapport.members.faces import show_faces
from rapport.members.finding import member_of
from rapport.members.may import MemberRequest, for_members
from rapport.members.models import Member
from rapport.network.models import Connection
from rapport.talk.refused import RefusedError
from rapport.threads.forms import MessageForm
from rapport.threads.messaging import accept, ignore, mark_read, write_to
from rapport.threads.models import Side
from rapport.threads.reading import Standing, kinds_of, messages_in, present, standing, threads_of

SHOWS = ("", "requests", "ignored")


@for_members
@require_GET
def threads(request: MemberRequest) -> HttpResponse:
    show = request.GET.get("show", "")
    show = show if show in SHOWS else ""
    marks = {name: request.GET.get(name, "") for name in ("after", "before")}
    page = threads_of(request.member, show=show, **marks)
    context = {"page": page, "show": show, "present": present(request.member, page.rows), **kinds_of(request.member)}
    show_faces(request.member, [side.other for side in page.rows])
    return render(request, "threads/threads.html", context)


@for_members
@require_http_methods(["GET", "POST"])
@once
def thread(request: MemberRequest, number: int) -> HttpResponse:
    """The two's messages; posting writes one more."""
    found = _found(request, number)
    form = MessageForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _sent(request, form, found.other):
        return redirect(f"/threads/{number}/#end")
    marks = {name: request.GET.get(name, "") for name in ("after", "before")}
    context = {"here": found, "page": messages_in(found.side, **marks), "form": form, "number": number}
    context |= {"is_newest": not any(marks.values()), "mark": str(found.side.last)}
    return render(request, "threads/thread.html", context)


@for_members
@require_GET
def newest(request: MemberRequest, number: int) -> HttpResponse:
    """The newest messages, for a page that stays open."""
    found = _found(request, number)
    shown = {"here": found, "number": number, "is_newest": True}
    mark = str(found.side.last)
    return live(request, mark, "threads/_messages.html", lambda: {**shown, "page": messages_in(found.side)})


@for_members
@require_http_methods(["GET", "POST"])
@once
def to(request: MemberRequest, handle: str) -> HttpResponse:
    """Write to somebody; where a thread of the two is there, in it."""
    other = member_of(request, handle)
    if other.pk == request.member.pk:
        raise Http404
    form = MessageForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _sent(request, form, other):
        return redirect(f"/threads/{_of_two(request.member, other)}/#end")
    known = _of_two(request.member, other)
    if known and request.method == "GET":
        return redirect(f"/threads/{known}/")
    is_connected = Connection.objects.filter(member=request.member, other=other).exists()
    return render(request, "threads/to.html", {"other": other, "form": form, "is_connected": is_connected})


@for_members
@require_POST
def read(request: MemberRequest, number: int) -> HttpResponse:
    """The page says by itself that it was before the reader's eyes."""
    mark_read(thread=_found(request, number).side.thread, by=request.member)
    return HttpResponse(status=204) if request.headers.get("HX-Request") else redirect(f"/threads/{number}/")


@for_members
@require_POST
def asked(request: MemberRequest, number: int) -> HttpResponse:
    """What one does with a stranger's first words: `do` is accept, ignore or block."""
    found, do, now = _found(request, number), request.POST.get("do", ""), clock.now()
    if do == "accept":
        accept(thread=found.side.thread, by=request.member, now=now)
        return redirect(f"/threads/{number}/")
    if do == "ignore":
        ignore(thread=found.side.thread, by=request.member, now=now)
        messages.success(request, _("Left alone. They are not told."))
    elif do == "block" and found.other is not None:
        block(by=request.member, other=found.other, now=now)
        messages.success(request, _("You do not exist for each other any more. They are not told."))
    return redirect("/threads/")


def _found(request: MemberRequest, number: int) -> Standing:
    found = standing(request.member, number)
    if found is None:
        raise Http404
    return found


def _of_two(one: Member, other: Member) -> int | None:
    return Side.objects.filter(member=one, other=other).values_list("thread_id", flat=True).first()


def _sent(request: MemberRequest, form: MessageForm, other: Member | None) -> bool:
    try:
        if other is None:
            raise RefusedError(_("They are not here any more."))
        write_to(other=other, by=request.member, body=form.cleaned_data["body"], now=clock.now())
    except RefusedError as refused:
        form.add_error(None, str(refused))
        return False
    return True
