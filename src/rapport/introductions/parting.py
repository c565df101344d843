"""Questions that one of two who parted put to the other are taken back."""

from datetime import datetime

from django.db.models import Q

from rapport.introductions.models import Consent, PathQuestion
from rapport.journal.write import forget
from rapport.members.blocking import Parting
from rapport.members.models import Member


def _part(by: Member, other: Member, now: datetime) -> None:
    asked = Consent.objects.filter(Q(introducer=by, asked=other) | Q(introducer=other, asked=by), state="open")
    for consent in asked:
        forget(consent.reference)  # the question waits unseen, and expires
    between = Q(asker=by) & (Q(middle=other) | Q(target=other)) | Q(asker=other) & (Q(middle=by) | Q(target=by))
    for question in PathQuestion.objects.filter(between):
        forget(question.reference)
        question.delete()


PARTED = Parting(_part)
