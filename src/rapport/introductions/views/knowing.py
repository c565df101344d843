"""Who knows whom: said on the page of a person by the other's name."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rapport.introductions.acquaint import acquaint, part
from rapport.kit import clock
from rapport.members.may import MemberRequest, for_members
from rapport.people import keys
from rapport.people.book import person_of
from rapport.people.models import Person


@for_members
@require_POST
def knows(request: MemberRequest, number: int) -> HttpResponse:
    """`name` as it stands in the book, or the number behind it where several bear it."""
    person = person_of(request, number)
    name = " ".join(request.POST.get("name", "").split())[:300]
    others = Person.objects.here().filter(book=person.book, folded=keys.folded(name)).exclude(pk=person.pk)
    found = list(others.order_by("number")[:2]) if name else []
    if len(found) == 1:
        acquaint(person, found[0], now=clock.now())
        messages.success(request, _("Kept: they know each other."))
    elif found:
        messages.error(request, _("Several of your people are called %(name)s; nothing was kept.") % {"name": name})
    else:
        messages.error(request, _("Nobody in your book is called %(name)s; nothing was kept.") % {"name": name})
    return redirect(f"{person.path}#knows")


@for_members
@require_POST
def forget(request: MemberRequest, number: int, other: int) -> HttpResponse:
    person = person_of(request, number)
    part(person, person_of(request, other))
    return redirect(f"{person.path}#knows")
