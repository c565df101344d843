"""Putting a question, taking it back, and ending it."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction

from rapport.groups.models import Group
from rapport.help.findable import ANSWERS, QUESTIONS
from rapport.help.models import Answer, Question, QuestionTo
from rapport.journal.write import forget, record
from rapport.members.models import Member

A_DAY = 10
CHOSEN = 12


class TooManyError(Exception):
    """The day's questions, answers or thanks are used up."""


@transaction.atomic
def ask(
    *,
    asker: Member,
    title: str,
    text: str,
    now: datetime,
    group: Group | None = None,
    to: Collection[Member] = (),
    is_anonymous: bool = False,
) -> Question:
    """Ask all members, one group, or the chosen few; anonymously in a group only (ValueError). Of the chosen, those the
    asker cannot see are left out silently. Raises TooManyError."""
    if Question.objects.filter(asker=asker, asked_at__gt=now - timedelta(days=1)).count() >= A_DAY:
        raise TooManyError
    if is_anonymous and group is None:
        raise ValueError("Anonymous questions are for a group.")
    visible = Member.objects.visible_to(asker).filter(pk__in=[member.pk for member in to]).exclude(pk=asker.pk)
    chosen = list(visible[:CHOSEN])
    question = Question.objects.create(
        asker=asker,
        title=title,
        text=text,
        group=group,
        is_to_chosen=group is None and bool(to),
        is_anonymous=is_anonymous,
        asked_at=now,
    )
    QuestionTo.objects.bulk_create(QuestionTo(question=question, member=member) for member in chosen)
    QUESTIONS.settle([question.pk])
    if not is_anonymous:  # a deed has a doer
        record(actor=asker, verb="ask", subject=f"question:{question.pk}", towards=chosen, done_at=now)
    return question


@transaction.atomic
def withdraw(question: Question, *, now: datetime) -> None:
    """Nobody but the asker sees it any more, nor hears of it."""
    question.withdrawn_at = now
    question.save(update_fields=["withdrawn_at"])
    QUESTIONS.settle([question.pk])
    ANSWERS.drop(_answers(question))
    forget(f"question:{question.pk}")


@transaction.atomic
def remove(question: Question) -> None:
    """It is gone for good, with its answers and every deed about it."""
    QUESTIONS.drop([question.pk])
    ANSWERS.drop(_answers(question))
    forget(f"question:{question.pk}")
    Question.objects.filter(pk=question.pk).delete()


@transaction.atomic
def take(question: Question, answer: Answer, *, now: datetime) -> None:
    """This answer it is. Taking another one later replaces it."""
    if answer.question_id != question.pk:
        raise ValueError("An answer to another question.")
    question.taken, question.closed_at = answer, now
    question.save(update_fields=["taken", "closed_at"])
    if answer.author is not None and question.asker is not None and not question.is_anonymous:
        subject = f"question:{question.pk}"
        record(actor=question.asker, verb="take", subject=subject, towards=[answer.author], done_at=now)


def reopen(question: Question) -> None:
    question.taken, question.closed_at = None, None
    question.save(update_fields=["taken", "closed_at"])


def keep_as_resource(question: Question, is_resource: bool) -> None:
    """Whoever may see the question finds it under what has been answered, for good."""
    question.is_resource = is_resource
    question.save(update_fields=["is_resource"])


def _answers(question: Question) -> list[int]:
    return list(Answer.objects.filter(question=question).values_list("pk", flat=True))
