"""Answering a question."""

from datetime import datetime, timedelta

from django.db import transaction

from rapport.help.asking import TooManyError
from rapport.help.findable import ANSWERS
from rapport.help.models import Answer, Question
from rapport.journal.write import record, take_back
from rapport.members.models import Member

A_DAY = 50


@transaction.atomic
def answer(question: Question, *, author: Member, text: str, now: datetime) -> Answer:
    """Say what one knows. Who asked anonymously hears of it without becoming known: the deed is towards nobody.
    Raises TooManyError."""
    if Answer.objects.filter(author=author, written_at__gt=now - timedelta(days=1)).count() >= A_DAY:
        raise TooManyError
    written = Answer.objects.create(question=question, author=author, text=text, written_at=now)
    ANSWERS.settle([written.pk])
    is_known = question.asker is not None and not question.is_anonymous
    towards = [question.asker] if is_known and question.asker else []
    record(actor=author, verb="answer", subject=f"question:{question.pk}", towards=towards, done_at=now)
    return written


@transaction.atomic
def amend(written: Answer, *, text: str, now: datetime) -> None:
    written.text, written.edited_at = text, now
    written.save(update_fields=["text", "edited_at"])
    ANSWERS.settle([written.pk])


@transaction.atomic
def remove(written: Answer) -> None:
    """It is gone for good; that they answered stands no longer either, unless another answer of theirs does."""
    mine = Answer.objects.filter(question=written.question_id, author=written.author_id)
    subject = f"question:{written.question_id}"
    asker = written.question.asker
    if written.author is not None and not mine.exclude(pk=written.pk).exists():
        take_back(actor=written.author, verb="answer", subject=subject)
    if asker is not None and written.question.taken_id == written.pk:
        take_back(actor=asker, verb="take", subject=subject)
    ANSWERS.drop([written.pk])
    Answer.objects.filter(pk=written.pk).delete()
