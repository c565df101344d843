"""One question: reading it, answering, taking an answer, taking it back."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rapport.help.answering import answer
from rapport.help.asking import TooManyError, keep_as_resource, reopen, take, withdraw
from rapport.help.forms import AnswerForm
from rapport.help.models import Answer, Question, Thanks
from rapport.kit import clock
from rapport.kit.cleaning import whole
from rapport.kit.once import once
from rapport.members.faces import show_faces
from rapport.members.may import MemberRequest, for_members
from rapport.members.models import Block, Member


@for_members
@require_GET
def question(request: MemberRequest, number: int) -> HttpResponse:
    return _page(request, _found(request, number), AnswerForm())


@for_members
@require_POST
@once
def answer_it(request: MemberRequest, number: int) -> HttpResponse:
    found, form = _found(request, number), AnswerForm(request.POST)
    if found.closed_at or found.withdrawn_at:
        messages.error(request, _("This question has its answer."))
        return redirect(found.path)
    if not form.is_valid():
        return _page(request, found, form, status=422)
    try:
        answer(found, author=request.member, text=form.cleaned_data["text"], now=clock.now())
    except TooManyError:
        messages.error(request, _("That is enough for one day. Tomorrow you can answer again."))
        return _page(request, found, form, status=429)
    return redirect(found.path)


@for_members
@require_POST
def take_it(request: MemberRequest, number: int) -> HttpResponse:
    """`answer` is the number of the one that helped; none: the question is open again."""
    found, wanted = _mine(request, number), request.POST.get("answer", "")
    if not wanted:
        reopen(found)
        return redirect(found.path)
    given = _answers(found, request.member).filter(pk=whole(wanted) or 0).first()
    if given is None:
        raise Http404
    take(found, given, now=clock.now())
    return redirect(found.path)


@for_members
@require_POST
def withdraw_it(request: MemberRequest, number: int) -> HttpResponse:
    withdraw(_mine(request, number), now=clock.now())
    messages.success(request, _("Taken back. Nobody but you sees it."))
    return redirect("/asks/?view=mine")


@for_members
@require_POST
def keep_it(request: MemberRequest, number: int) -> HttpResponse:
    found = _mine(request, number)
    keep_as_resource(found, is_resource=not found.is_resource)
    return redirect(found.path)


def _found(request: MemberRequest, number: int) -> Question:
    rows = Question.objects.visible_to(request.member).select_related("asker", "group", "taken")
    found: Question | None = rows.filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def _mine(request: MemberRequest, number: int) -> Question:
    found = _found(request, number)
    if found.asker_id != request.member.pk:
        raise Http404
    return found


def _answers(found: Question, viewer: Member) -> QuerySet[Answer]:
    """Without those of somebody the viewer has blocked, or who is suspended."""
    rows = found.answers.select_related("author").exclude(author__in=Block.of(viewer))
    return rows.exclude(author__account__is_active=False).order_by("pk")


def _page(request: MemberRequest, found: Question, form: AnswerForm, status: int = 200) -> HttpResponse:
    member = request.member
    answers = list(_answers(found, member))
    show_faces(member, [answer.author for answer in answers])
    is_mine = found.asker_id == member.pk
    thanked = Thanks.objects.filter(by=member, answer__in=answers).values_list("answer_id", flat=True)
    context = {
        "question": found,
        "asker": found.named_to(member),
        "answers": answers,
        "chosen": list(found.chosen.select_related("member")) if is_mine and found.is_to_chosen else [],
        "is_mine": is_mine,
        "viewer": member,
        "thanked": set(thanked) if is_mine else set(),
        "form": form,
    }
    return render(request, "help/question.html", context, status=status)
