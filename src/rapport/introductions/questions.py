"""What a member is asked and has not answered: whether to be introduced, whether to introduce somebody."""

from typing import Any

from rapport.introductions.models import Consent, PathQuestion
from rapport.kit.prepared import Query, prepared
from rapport.members.models import Member

MOST = 4


def consents_asked(member: Member) -> list[Consent]:
    """The longest waiting first, with who would introduce them."""
    return _consents.rows(member=member.pk)


def paths_asked(member: Member) -> list[PathQuestion]:
    """The longest waiting first, with who asks and whom they would like to know."""
    return _paths.rows(member=member.pk)


def asks(member: Member) -> tuple[Query, Query]:
    """What both of them ask the database."""
    return _consents.of(member=member.pk), _paths.of(member=member.pk)


@prepared(numbers=("member",))
def _consents(member: int) -> Any:
    consents = Consent.objects.visible_to(Member(pk=member)).filter(state="open").select_related("introducer")
    return consents.order_by("asked_at", "pk")[:MOST]


@prepared(numbers=("member",))
def _paths(member: int) -> Any:
    paths = PathQuestion.objects.visible_to(Member(pk=member)).filter(state="open").select_related("asker", "target")
    return paths.order_by("asked_at", "pk")[:MOST]
