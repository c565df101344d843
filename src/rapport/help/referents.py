"""What `question:7` and `thanks:7` lead to."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext as _

from rapport.help.models import Question, Thanks
from rapport.journal.referent import Referent, Shown
from rapport.members.models import Member


def _questions(viewer: Member | None, keys: Collection[str]) -> Mapping[str, Shown]:
    rows = Question.objects.visible_to(viewer).filter(pk__in=[int(key) for key in keys if key.isdecimal()])
    return {str(question.pk): Shown(question.title, question.path) for question in rows}


def _thanks(viewer: Member | None, keys: Collection[str]) -> Mapping[str, Shown]:
    rows = Thanks.objects.visible_to(viewer).filter(pk__in=[int(key) for key in keys if key.isdecimal()])
    return {str(thanks.pk): Shown(_("Thanks"), thanks.path) for thanks in rows}


QUESTION = Referent("question", _questions)
THANKS = Referent("thanks", _thanks)
