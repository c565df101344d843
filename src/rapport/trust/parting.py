"""Between two who have parted nothing stands that one wrote of the other."""

from datetime import datetime

from django.db.models import Q

from rapport.members.blocking import Parting
from rapport.members.models import Member
from rapport.trust.models import Testimonial, Vouch
from rapport.trust.vouching import show


def _part(by: Member, other: Member, now: datetime) -> None:
    """Hidden, not erased: who wrote it may still take it back, and it returns only by the subject's own hand."""
    between = Q(by=by, about=other) | Q(by=other, about=by)
    for model in (Vouch, Testimonial):
        for word in model.objects.filter(between):
            show(word, is_shown=False)


PARTED = Parting(_part)
