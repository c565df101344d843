"""Promises: made in one line, kept, broken, let go."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rapport.kit import clock
from rapport.kit.cleaning import one_line
from rapport.kit.once import once
from rapport.kit.pages import page_of
from rapport.kit.returning import back_to
from rapport.kit.versions import is_late
from rapport.ledger.forms import PromiseForm
from rapport.ledger.models import Promise
from rapport.ledger.promises import change, forget, promise, reopen, settle_promise
from rapport.ledger.typed import read
from rapport.ledger.views.editing import render_edit
from rapport.members.may import MemberRequest, for_members
from rapport.people.book import book_of, person_of, row_of

STATES = frozenset(("kept", "broken", "released"))


@for_members
@require_GET
def promises(request: MemberRequest) -> HttpResponse:
    """What is open, mine first; then what was settled, a page at a time."""
    there = Promise.objects.filter(book=book_of(request), person__trashed_at=None).select_related("person")
    is_open = sorted(there.filter(state="open"), key=lambda one: (one.due_on is None, one.due_on, one.number))
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    settled = there.exclude(state="open").filter(settled_on__isnull=False)
    page = page_of(settled, ("-settled_on", "-number"), after=after, before=before)
    context = {
        "mine": [one for one in is_open if one.way == "mine"],
        "theirs": [one for one in is_open if one.way == "theirs"],
        "page": page,
        "today": clock.today(request.member.zone),
    }
    return render(request, "ledger/promises.html", context)


@for_members
@require_POST
@once
def make(request: MemberRequest, number: int) -> HttpResponse:
    """One line, and whose promise it is."""
    person, today = person_of(request, number), clock.today(request.member.zone)
    typed = read(one_line(request.POST.get("line", "")), today)
    if not typed.what:
        messages.error(request, _("Write what was promised."))
    else:
        way = "theirs" if request.POST.get("way") == "theirs" else "mine"
        promise(person, what=typed.what, on=today, way=way, due_on=typed.due_on, every_days=typed.every_days)
    return redirect(f"{person.path}#promises")


@for_members
@require_POST
def settle(request: MemberRequest, number: int) -> HttpResponse:
    """`answer`: kept, broken, released; or open again."""
    made, answer = row_of(request, Promise, number, "person"), request.POST.get("answer", "")
    if answer in STATES and made.state == "open":
        again = settle_promise(made, answer, on=clock.today(request.member.zone))
        if again is not None and again.due_on:
            messages.success(request, _("It comes round again on %(day)s.") % {"day": again.due_on.isoformat()})
    elif answer == "open":
        reopen(made, now=clock.now())
    return redirect(back_to(request, f"{made.person.path}#promises"))


@for_members
@require_http_methods(["GET", "POST"])
def edit(request: MemberRequest, number: int) -> HttpResponse:
    made = row_of(request, Promise, number, "person")
    initial = {"what": made.what, "due_on": made.due_on, "every_days": made.every_days}
    form = PromiseForm(request.POST or None, initial=initial, today=clock.today(request.member.zone))
    late = is_late(form, request.POST)
    if request.method == "POST" and form.is_valid() and not late:
        change(made, **form.cleaned_data)
        return redirect(f"{made.person.path}#promises")
    context = {"person": made.person, "path": f"/promises/{made.number}/", "title": _("A promise")}
    return render_edit(request, form, context, late=late)


@for_members
@require_POST
def remove(request: MemberRequest, number: int) -> HttpResponse:
    made = row_of(request, Promise, number, "person")
    forget(made)
    messages.success(request, _("Taken away."))
    return redirect(f"{made.person.path}#promises")
