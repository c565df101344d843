"""You are asked: whether to be introduced, and whether to introduce somebody."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.introductions import questions
from rapport.introductions.models import Consent
from rapport.introductions.questions import consents_asked, paths_asked
from rapport.kit.prepared import Query
from rapport.kit.wording import ago
from rapport.rounds.compose import Candidate
from rapport.rounds.desk import Desk
from rapport.rounds.hub_acts import hub_act
from rapport.rounds.suggestion import Suggestion, Telling


def asks(desk: Desk) -> tuple[Query, Query]:
    return questions.asks(desk.member)


def find(desk: Desk) -> Iterator[Candidate]:
    """Paths come after consents, under numbers of their own: even ones are consents."""
    for consent in consents_asked(desk.member):
        yield hub_act(desk, "asked", 2 * consent.pk, consent, worth=0.8, minutes=2)
    for question in paths_asked(desk.member):
        yield hub_act(desk, "asked", 2 * question.pk + 1, question, worth=0.6, minutes=3)


def tell(desk: Desk, chosen: Candidate) -> Telling:
    found = desk.kept[chosen.key]
    when = ago(found.asked_at, desk.today)
    if isinstance(found, Consent):
        return Telling(
            act=_("Answer %(name)s") % {"name": found.introducer.name},
            reason=_("May they introduce you to somebody? Asked %(when)s; a no goes no further.") % {"when": when},
            href=found.path,
            icon="introduce",
        )
    words = {"name": found.asker.name, "other": found.target.name, "when": when}
    return Telling(
        act=_("Answer %(name)s") % words,
        reason=_("They would like to know %(other)s, and ask whether you would introduce them. Asked %(when)s.")
        % words,
        href=found.path,
        icon="introduce",
    )


ASKED = Suggestion("asked", gettext_lazy("You are asked"), find, tell, rank=8, answers=(), people=0, asks=asks)
