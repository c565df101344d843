"""The acts of this room: what they say, whom they tell, and that they warm a tie."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from rapport.help.models import Question
from rapport.journal.models import Deed
from rapport.journal.verb import Verb


def _asker(deed: Deed) -> Iterable[int]:
    """Who asked, whether or not the one who answers knows them."""
    asked = Question.objects.filter(pk=int(deed.subject.partition(":")[2]), asker__isnull=False)
    return asked.values_list("asker_id", flat=True)


ASK = Verb("ask", _("%(actor)s asks you: %(subject)s"), is_pressing=True)
ANSWER = Verb("answer", _("%(actor)s answered your question: %(subject)s"), warmth=1, touch="message", tells=_asker)
TAKE = Verb("take", _("%(actor)s took your advice: %(subject)s"))
THANK = Verb("thank", _("%(actor)s thanks you"), warmth=1, touch="thanks")
