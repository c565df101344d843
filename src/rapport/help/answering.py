"""Answering a question."""

from datetime import datetime, timedelta

from django.db import transaction

from rapport.help.asking import TooManyError
from rapport.help.models import Answer, Question
from rapport.journal.write import record
from rapport.members.models import Member

A_DAY = 50


@transaction.atomic
def answer(question: Question, *, author: Member, text: str, now: datetime) -> Answer:
    """Say what one knows. Who asked anonymously hears of it without becoming known: the deed is towards nobody.
    Raises TooManyError."""
    if Answer.objects.filter(author=author, written_at__gt=now - timedelta(days=1)).count() >= A_DAY:
        raise TooManyError
    written = Answer.objects.create(question=question, author=author, text=text, written_at=now)
    is_known = question.asker is not None and not question.is_anonymous
    towards = [question.asker] if is_known and question.asker else []
    record(actor=author, verb="answer", subject=f"question:{question.pk}", towards=towards, done_at=now)
    return written


def amend(written: Answer, *, text: str, now: datetime) -> None:
    written.text, written.edited_at = text, now
    written.save(update_fields=["text", "edited_at"])
