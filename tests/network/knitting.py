"""Members of a small hub and what connects them, for the tests of the network."""

from datetime import timedelta

from django.test import Client

import cast
from rapport.members.models import Account, Member
from rapport.network.wiring import tie

NOW = cast.MORNING
LONG_AGO = NOW - timedelta(days=400)


def member(handle: str, name: str) -> Member:
    """Somebody who has been here for long."""
    made = cast.member(handle, name)
    return settled(made)


def settled(made: Member) -> Member:
    Account.objects.filter(pk=made.account_id).update(joined_at=LONG_AGO)
    made.account.joined_at = LONG_AGO
    return made


def three() -> tuple[Member, Member, Member]:
    """Ann, Bo and Cy, here for long."""
    return settled(cast.ann()), settled(cast.bo()), settled(cast.cy())


def knit(*pairs: tuple[Member, Member]) -> None:
    for one, other in pairs:
        tie(one, other, LONG_AGO)


def signed_in(who: Member) -> Client:
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(who.account)
    return client
