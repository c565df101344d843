"""Who of one's people is which member: only the owner of the book sees these pages."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rapport.kit.clock import now
from rapport.kit.returning import back_to
from rapport.members.finding import member_of
from rapport.members.may import MemberRequest, for_members
from rapport.members.models import Member
from rapport.people.book import book_of, person_of
from rapport.people.models import Person
from rapport.profiles.knowing import meant, proposals
from rapport.profiles.same import no, not_after_all, put_into, yes


@for_members
@require_GET
def known(request: MemberRequest) -> HttpResponse:
    return render(request, "profiles/known.html", {"proposals": proposals(book_of(request)), "here": "/known/"})


@for_members
@require_POST
def answer(request: MemberRequest, number: int) -> HttpResponse:
    """`say` is yes, no or undo, about the member of the handle that was typed or pressed."""
    person = person_of(request, number)
    if request.POST.get("say") == "undo":
        not_after_all(person=person, now=now())
        messages.success(request, _("They are two again."))
        return redirect(back_to(request, person.path))
    member = _typed(request)
    if member is None:
        messages.error(request, _("No member here has this handle, or you may not see them."))
    elif request.POST.get("say") == "no":
        no(person=person, member=member, now=now())
        messages.success(request, _("Not asked again."))
    else:
        _say_yes(request, person, member)
    return redirect(back_to(request, person.path))


def _typed(request: MemberRequest) -> Member | None:
    handle = request.POST.get("handle", "").strip().strip("/").rpartition("/")[2].removeprefix("@").lower()
    visible = Member.objects.visible_to(request.member)
    found: Member | None = visible.filter(handle=handle).exclude(pk=request.member.pk).first()
    return found


def _say_yes(request: MemberRequest, person: Person, member: Member) -> None:
    yes(person=person, member=member, now=now())
    messages.success(request, _("%(person)s is %(member)s here.") % {"person": person.name, "member": member.name})


@for_members
@require_POST
def keep(request: MemberRequest, handle: str) -> HttpResponse:
    """The member is put into the book of whoever presses; asked first, if they may be there already."""
    member = member_of(request, handle)
    if member.pk == request.member.pk:
        messages.error(request, _("That is you."))
        return redirect(member.path)
    book = book_of(request)
    people = meant(book, member)
    if people and request.POST.get("as") != "new":
        return render(request, "profiles/keep.html", {"member": member, "people": people})
    for other in people:
        no(person=other, member=member, now=now())
    person = put_into(book=book, member=member, now=now())
    messages.success(request, _("%(name)s is among your people.") % {"name": person.name})
    return redirect(person.path)
