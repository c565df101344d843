"""One person or two: the pairs that wait, one at a time, and the merges that were made."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from rapport.kit.cleaning import whole
from rapport.kit.clock import now
from rapport.likeness.reasons import reason_of
from rapport.members.may import MemberRequest, for_members
from rapport.people.book import book_of, row_of
from rapport.people.models import Merge, Person, Review
from rapport.sameness.compared import compared, heads
from rapport.sameness.reviewing import accept_likely, decide, part, waiting

SHOWN = 30
WORDS = ("same", "different", "later")


@for_members
@require_safe
def reviews(request: MemberRequest) -> HttpResponse:
    """The surest pair in full, the next ones by name."""
    book = book_of(request)
    asked = waiting(book, now())
    people = Person.objects.in_bulk([who for pair in asked[:SHOWN] for who in (pair.first, pair.second)])
    pairs = [(pair, people[pair.first], people[pair.second]) for pair in asked[:SHOWN]]
    context = {
        "pair": pairs[0] if pairs else None,
        "rows": compared(*pairs[0][1:]) if pairs else [],
        "heads": heads(*pairs[0][1:]) if pairs else [],
        "others": pairs[1:],
        "count": len(asked),
        "likely": sum(pair.stage == "one_click" for pair in asked),
        "reason": reason_of,
        "merges": Merge.objects.filter(book=book).count(),
    }
    return render(request, "sameness/reviews.html", context)


@for_members
@require_POST
def review(request: MemberRequest, number: int) -> HttpResponse:
    """The owner's word on one pair. A pair that was decided in another tab is not asked about any more."""
    book = book_of(request)
    if not Review.objects.filter(book=book, number=number).exists():
        raise Http404
    asked = next((pair for pair in waiting(book, now()) if pair.number == number), None)
    word = request.POST.get("answer", "")
    if asked is not None and word in WORDS:
        done = decide(book, asked, word, now=now())
        if done is not None:
            undo = f"/merges/{done.number}/undo/"
            messages.success(request, _("%(name)s is one person now.") % {"name": done.kept.name}, extra_tags=undo)
    return redirect("/same/")


@for_members
@require_POST
def likely(request: MemberRequest) -> HttpResponse:
    count = accept_likely(book_of(request), now=now())
    said = ngettext("%(num)s pair became one person.", "%(num)s pairs became one person each.", count)
    messages.success(request, said % {"num": count})
    return redirect("/same/")


@for_members
@require_safe
def merges(request: MemberRequest) -> HttpResponse:
    """What was merged, by the owner or by certainty, the latest first; a page of fifty at a time. With `of`, the
    number of a person, what they were made of."""
    rows = Merge.objects.filter(book=book_of(request)).select_related("kept", "gone", "batch").order_by("-number")
    before, of = (whole(request.GET.get(name, "")) for name in ("before", "of"))
    if of is not None:
        rows = rows.filter(kept__number=of)
    if before is not None:
        rows = rows.filter(number__lt=before)
    page = list(rows[:51])
    more = page[49].number if len(page) > 50 else None
    only = f"of={of}&" if of is not None else ""
    further = f"/merges/?{only}before={more}" if more else ""
    return render(request, "sameness/merges.html", {"merges": page[:50], "further": further, "reason": reason_of})


@for_members
@require_POST
def undo(request: MemberRequest, number: int) -> HttpResponse:
    done = row_of(request, Merge, number, "kept", "gone")
    kept, gone = done.kept, done.gone
    try:
        part(done, now=now())
    except ValueError as refusal:
        messages.error(request, str(refusal))
        return redirect("/merges/")
    messages.success(request, _("They are two people again, and will not be asked about."))
    return redirect(gone.path if gone.name != kept.name else kept.path)
