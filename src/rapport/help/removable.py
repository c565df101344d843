"""Questions, answers and thanks that the host removes."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from rapport.help.answering import remove as remove_answer
from rapport.help.asking import remove as remove_question
from rapport.help.models import Answer, Question, Thanks
from rapport.journal.write import forget
from rapport.members.models import Member
from rapport.members.removable import Removable


def _question(key: str, _part: str, _host: Member, _now: datetime) -> list[Member] | None:
    """With its answers, whose authors hear of it as well; who asked without a name is told and stays without one."""
    question = Question.objects.filter(pk=key).select_related("asker").first()
    if question is None:
        return None
    answered = Answer.objects.filter(question=question).select_related("author").order_by("pk")
    concerned = [question.asker, *(one.author for one in answered)]
    remove_question(question)
    return list(dict.fromkeys(one for one in concerned if one is not None))


def _answer(key: str, _part: str, _host: Member, _now: datetime) -> list[Member] | None:
    answer = Answer.objects.filter(pk=key).select_related("author", "question").first()
    if answer is None:
        return None
    remove_answer(answer)
    return [answer.author] if answer.author else []


def _thanks(key: str, _part: str, _host: Member, _now: datetime) -> list[Member] | None:
    """Both hear it: who gave them, and before whose name they stood."""
    thanks = Thanks.objects.filter(pk=key).select_related("by", "to").first()
    if thanks is None:
        return None
    forget(f"thanks:{thanks.pk}")
    thanks.delete()
    return [thanks.by, *([thanks.to] if thanks.to else [])]


QUESTION = Removable("question", _("a question"), _question)
ANSWER = Removable("answer", _("an answer"), _answer)
THANKS = Removable("thanks", _("thanks"), _thanks)
