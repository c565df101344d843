"""Vouches and testimonials that the host removes."""

from collections.abc import Callable
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from rapport.members.models import Member
from rapport.members.removable import Removable
from rapport.trust.models import Testimonial, Vouch, Word
from rapport.trust.vouching import take_back


def _of(model: type[Word]) -> Callable[[str, str, Member, datetime], list[Member] | None]:
    def remove(key: str, _part: str, _host: Member, _now: datetime) -> list[Member] | None:
        """Both hear it: who wrote it, and whom it is about."""
        word = model.objects.filter(pk=key).select_related("by", "about").first()
        if word is None:
            return None
        take_back(word)
        return [*([word.by] if word.by else []), word.about]

    return remove


VOUCH = Removable("vouch", _("a vouch"), _of(Vouch))
TESTIMONIAL = Removable("testimonial", _("a testimonial"), _of(Testimonial))
