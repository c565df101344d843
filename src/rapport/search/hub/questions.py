"""Questions one may answer or read, by title and text, the newest first."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from rapport.help.findable import QUESTIONS
from rapport.help.models import Question
from rapport.kit import fts, wording
from rapport.kit.shelf import HUB
from rapport.members.models import Member, Mute
from rapport.search.finder import Finder, Hit, Reason
from rapport.search.marking import Part, holds, marked
from rapport.search.query import Query
from rapport.search.ranking import MOST
from rapport.search.seen import Few, Sight, Viewer, visible


def _readable(member: Member, _at: object) -> Any:
    """An anonymous question of somebody muted stays: that it is missing would tell who asked it."""
    muted = Mute.objects.filter(by=member).values("other")
    return Question.objects.visible_to(member).exclude(asker__in=muted, is_anonymous=False)


def _find(viewer: Viewer, query: Query, most: int) -> list[Hit]:
    numbers = Sight(QUESTIONS, _VISIBLE, viewer).best(query, most)
    here = {one.pk: one for one in _SHOWN.rows(viewer, numbers)}
    kept = fts.read(HUB, QUESTIONS.kind, numbers)
    there = [number for number in numbers if number in here and number in kept]
    return [_hit(viewer.member, here[number], kept[number], query) for number in there]


_VISIBLE = visible(_readable)
_SHOWN = Few(lambda member, at: _readable(member, at).select_related("asker", "group"), MOST)


def _hit(viewer: Member, question: Any, kept: fts.Kept, query: Query) -> Hit:
    asker = question.named_to(viewer)
    nobody = _("Somebody in the group") if question.is_anonymous else _("A former member")
    group = question.group.name if question.group else ""
    told = [asker.name if asker else nobody, group, wording.day(question.asked_at)]
    texts = [Reason("", marked(line.text, query.marks)) for line in kept.lines if holds(line.text, query.marks)]
    line = [Part(" · ".join(one for one in told if one))]
    return Hit(question.path, question.title, marked(question.title, query.marks), line, texts)


FOUND = Finder[Viewer](60, "questions", __("Questions"), _find)
