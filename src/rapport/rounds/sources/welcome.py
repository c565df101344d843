"""Welcome: somebody new in one of the owner's groups whom the owner has not welcomed yet."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.groups.lately import newcomers, newcomers_query
from rapport.kit.prepared import Query
from rapport.kit.wording import ago
from rapport.rounds.compose import Candidate
from rapport.rounds.desk import Desk
from rapport.rounds.hub_acts import falling, hub_act
from rapport.rounds.suggestion import Suggestion, Telling

MOST = 2


def asks(desk: Desk) -> tuple[Query]:
    return (newcomers_query(desk.member, desk.end_of_day, MOST),)


def find(desk: Desk) -> Iterator[Candidate]:
    """Pleasant, and quickly done; it fills a minute that is left rather than take the place of an old friend."""
    found = newcomers(desk.member, desk.end_of_day, limit=MOST)
    for place, membership in enumerate(found):
        worth = falling(0.12, place, found)
        yield hub_act(desk, "welcome", membership.pk, membership, worth=worth, minutes=1, lane="worth_it")


def tell(desk: Desk, chosen: Candidate) -> Telling:
    membership = desk.kept[chosen.key]
    words = {
        "name": membership.member.name,
        "group": membership.group.name,
        "when": ago(membership.joined_at, desk.today),
    }
    return Telling(
        act=_("Welcome %(name)s to %(group)s") % words,
        reason=_("They joined %(when)s.") % words,
        href=membership.group.path,
        icon="greet",
    )


WELCOME = Suggestion("welcome", gettext_lazy("Welcome"), find, tell, rank=35, answers=(), people=0, asks=asks)
