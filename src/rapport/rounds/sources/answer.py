"""Answer a question: somebody asks for advice that the owner may have."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.help.open_for import open_for, open_query
from rapport.kit.prepared import Query
from rapport.kit.wording import ago
from rapport.rounds.compose import Candidate
from rapport.rounds.desk import Desk
from rapport.rounds.hub_acts import falling, hub_act
from rapport.rounds.suggestion import Suggestion, Telling

MOST = 3


def asks(desk: Desk) -> tuple[Query]:
    return (open_query(desk.member, desk.end_of_day, MOST),)


def find(desk: Desk) -> Iterator[Candidate]:
    """One put to the owner alone is as good as a request; one put to all is for who has a minute left."""
    found = open_for(desk.member, desk.end_of_day, MOST)
    for place, question in enumerate(found):
        worth = 0.75 if question.is_to_chosen else 0.3 if question.group_id else 0.2
        yield hub_act(desk, "answer", question.pk, question, worth=falling(worth, place, found), minutes=4)


def tell(desk: Desk, chosen: Candidate) -> Telling:
    question = desk.kept[chosen.key]
    asker = question.named_to(desk.member)
    words = {"what": question.title, "when": ago(question.asked_at, desk.today)}
    if asker is None:
        reason = _("Somebody in %(group)s asked %(when)s.") % {**words, "group": question.group.name}
    elif question.is_to_chosen:
        reason = _("%(name)s asked you %(when)s.") % {**words, "name": asker.name}
    elif question.group is not None:
        reason = _("%(name)s asked in %(group)s %(when)s.") % {
            **words,
            "name": asker.name,
            "group": question.group.name,
        }
    else:
        reason = _("%(name)s asked everybody here %(when)s.") % {**words, "name": asker.name}
    return Telling(act=_("Answer: %(what)s") % words, reason=reason, href=question.path, icon="ask")


ANSWER = Suggestion("answer", gettext_lazy("Give advice"), find, tell, rank=30, answers=(), people=0, asks=asks)
