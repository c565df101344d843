"""Which of these matter to you: asked while the book knows hardly more than names."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from rapport.kit import clock
from rapport.kit.cleaning import whole
from rapport.members.may import MemberRequest, for_members
from rapport.people.book import book_of
from rapport.people.face import faces
from rapport.rounds.mattering import choose, up_for_choice


@for_members
@require_http_methods(["GET", "POST"])
def matters(request: MemberRequest) -> HttpResponse:
    """`people` are the ticked numbers, from now on those who matter."""
    book, on = book_of(request), clock.today(request.member.zone)
    if request.method == "POST":
        typed = map(whole, request.POST.getlist("people")[:50])
        numbers = [number for number in typed if number is not None]
        count = choose(book, numbers, on=on)
        if not count:
            messages.error(request, _("Tick at least one, or leave it for another day."))
            return redirect("/matters/")
        words = ngettext("%(n)s person matters to you.", "%(n)s people matter to you.", count) % {"n": count}
        messages.success(request, _("%(words)s Tomorrow's list knows it.") % {"words": words})
        return redirect("/")
    asked = up_for_choice(book)
    photos = faces([person for person, is_chosen in asked])
    rows = [(person, is_chosen, photos.get(person.pk, "")) for person, is_chosen in asked]
    return render(request, "rounds/matters.html", {"rows": rows})
