"""Let in: somebody asks to come into a group that the owner organises, and waits."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.groups.awaited import FEW, waiting_for, waiting_queries
from rapport.kit.prepared import Query
from rapport.rounds.compose import Candidate
from rapport.rounds.desk import Desk
from rapport.rounds.hub_acts import falling, hub_act
from rapport.rounds.suggestion import Suggestion, Telling


def asks(desk: Desk) -> tuple[Query, ...]:
    return waiting_queries(desk.member)


def find(desk: Desk) -> Iterator[Candidate]:
    """The longest waiting first."""
    found = waiting_for(desk.member)[:FEW]
    for place, one in enumerate(found):
        worth = falling(0.5, place, found)
        yield hub_act(desk, "let_in", one.row.pk, one, worth=worth, minutes=1, among=one.kind.number)


def tell(desk: Desk, chosen: Candidate) -> Telling:
    one = desk.kept[chosen.key]
    words = {"name": one.row.member.name, "asked": one.said(desk.today), "line": one.row.line}
    asked = _("%(asked)s: “%(line)s”") if one.row.line else _("%(asked)s.")
    return Telling(act=_("Answer %(name)s") % words, reason=asked % words, href=one.path, icon="people")


LET_IN = Suggestion("let_in", gettext_lazy("Somebody waits"), find, tell, rank=11, answers=(), people=0, asks=asks)
