"""Two of the book side by side: one person or two, as the owner says."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rapport.kit.clock import now
from rapport.kit.returning import back_to
from rapport.members.may import MemberRequest, for_members
from rapport.people.book import person_of
from rapport.people.models import Review
from rapport.people.tell_apart import tell_apart
from rapport.sameness.compared import compared, heads
from rapport.sameness.merge import merge


@for_members
@require_http_methods(["GET", "POST"])
def same(request: MemberRequest, number: int, other: int) -> HttpResponse:
    """The earlier of the two is kept."""
    first, second = sorted((person_of(request, number), person_of(request, other)), key=lambda one: one.number)
    if first.pk == second.pk:
        if request.method == "GET":
            raise Http404
        return redirect(first.path)
    if request.method == "GET":
        context = {"first": first, "heads": heads(first, second), "rows": compared(first, second)}
        return render(request, "sameness/same.html", context | {"here": request.path})
    if request.POST.get("answer") == "same":
        done = merge(first, second, code="by_hand", now=now())
        first.refresh_from_db(fields=["name"])
        said = _("%(name)s is one person now.") % {"name": first.name}
        messages.success(request, said, extra_tags=f"/merges/{done.number}/undo/")
        return redirect(back_to(request, first.path))
    tell_apart(first, [second], now=now())
    Review.objects.filter(first=first, second=second).delete()
    messages.success(request, _("They are two people. Nobody will ask again."))
    return redirect(back_to(request, first.path))
