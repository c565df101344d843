"""The rights of those in the book: what is held about them, a copy to hand over, and erasure."""

import json

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rapport.kit.clock import now
from rapport.members.may import MemberRequest, for_members
from rapport.people.book import book_of, person_of
from rapport.people.models import Suppression
from rapport.rights.about import about
from rapport.rights.erase import erase
from rapport.rights.objecting import objected_of


@for_members
@require_safe
def all_about(request: MemberRequest, number: int) -> HttpResponse:
    person = person_of(request, number)
    context = {"person": person, "parts": about(person), "objected": objected_of(person)}
    return render(request, "rights/about.html", context)


@for_members
@require_safe
def copy(request: MemberRequest, number: int) -> HttpResponse:
    """The same as a file, to be given to the person who asks for it."""
    person = person_of(request, number)
    held = {"about": person.name, "as_of": now().isoformat(timespec="seconds"), "held": about(person)}
    response = HttpResponse(json.dumps(held, ensure_ascii=False, indent=1), content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="{slugify(person.name) or "person"}.json"'
    return response


@for_members
@require_POST
def erase_person(request: MemberRequest, number: int) -> HttpResponse:
    person = person_of(request, number)
    is_suppressed = "suppress" in request.POST
    erase(book_of(request), [person], suppressed=is_suppressed, now=now())
    if is_suppressed:
        messages.success(request, _("Everything about them is erased. No import will add them again."))
    else:
        messages.success(request, _("Everything about them is erased."))
    return redirect("/people/")


@for_members
@require_safe
def suppressed(request: MemberRequest) -> HttpResponse:
    """How many are not to be added again; who they are, nobody can read back."""
    rows = Suppression.objects.filter(book=book_of(request))
    context = {"names": rows.filter(is_name=True).count(), "ways": rows.filter(is_name=False).count()}
    return render(request, "rights/suppressed.html", context)


@for_members
@require_POST
def forget_suppressed(request: MemberRequest) -> HttpResponse:
    Suppression.objects.filter(book=book_of(request)).delete()
    messages.success(request, _("The next import may add them again."))
    return redirect("/people/suppressed/")
