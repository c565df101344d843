"""Answers to questions one may read, by their text, the newest first; each leads to its place below the question."""

from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from rapport.help.findable import ANSWERS
from rapport.help.models import Answer
from rapport.kit import fts, wording
from rapport.kit.shelf import HUB
from rapport.members.models import Member, Mute
from rapport.search.finder import Finder, Hit, Reason
from rapport.search.marking import Part, marked
from rapport.search.query import Query
from rapport.search.ranking import MOST
from rapport.search.seen import Few, Sight, Viewer, visible


def _readable(member: Member, _at: object) -> Any:
    """Under an anonymous question of somebody muted they stay: that they are missing would tell who asked it."""
    muted = Mute.objects.filter(by=member).values("other")
    rows = Answer.objects.visible_to(member).exclude(author__in=muted)
    return rows.exclude(question__asker__in=muted, question__is_anonymous=False)


def _find(viewer: Viewer, query: Query, most: int) -> list[Hit]:
    numbers = Sight(ANSWERS, _VISIBLE, viewer, MOST).newest(query, most)
    if not numbers:
        return []
    here = {row.pk: row for row in _SHOWN.rows(viewer, numbers)}
    kept = fts.read(HUB, ANSWERS.kind, numbers)
    return [_hit(here[number], kept[number], query) for number in numbers if number in here and number in kept]


def _shown(_member: Member, _at: object) -> Any:
    rows = Answer.objects.annotate(name=F("author__name"), title=F("question__title"))
    return rows.values_list("pk", "question_id", "written_at", "name", "title")


_VISIBLE = visible(_readable, MOST)
_SHOWN = Few(_shown, MOST)  # of those that were seen to be visible


def _hit(answer: Any, kept: fts.Kept, query: Query) -> Hit:
    name = _("Answer by %(name)s") % {"name": answer.name or _("a former member")}
    line = [Part(" · ".join((answer.title, wording.day(answer.written_at))))]
    texts = [Reason("", marked(line.text, query.marks)) for line in kept.lines]
    return Hit(f"/asks/{answer.question_id}/#answer-{answer.pk}", name, [Part(name)], line, texts)


FOUND = Finder[Viewer](62, "answers", __("Answers"), _find)
