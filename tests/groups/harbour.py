"""The Harbour Chapter for the tests of groups: led by Mo, with Ann and Bo in it, or as few as a test asks for."""

import re
from datetime import datetime, timedelta
from typing import Any

from django.test import Client

import cast
from rapport.groups.models import Group, Membership
from rapport.journal.models import Deed
from rapport.members.models import Member

NOW = cast.MORNING
DAY = timedelta(days=1)


def chapter(*members: Member, led_by: Member | None = None, **axes: Any) -> Group:
    """A group with one seat per profession, joined by request, unless the axes say otherwise."""
    first = {"handle": "chapter", "name": "Harbour Chapter", "door": "request", "seats_per_profession": 1, **axes}
    made: Group = Group.objects.create(made_at=NOW - 400 * DAY, **first)
    if led_by is not None:
        belongs(made, led_by, "organiser")
    for member in members:
        belongs(made, member)
    return made


def belongs(
    group: Group, member: Member, role: str = "member", *, since: datetime = NOW - 300 * DAY, **more: Any
) -> Membership:
    made: Membership = Membership.objects.create(group=group, member=member, role=role, joined_at=since, **more)
    return made


def signed_in(member: Member | None) -> Client:
    client = Client(HTTP_HOST="127.0.0.1")
    if member is not None:
        client.force_login(member.account)
    return client


def body(member: Member | None, path: str) -> str:
    """What the member reads there, within the frame and without the tokens of forms; empty if there is nothing."""
    answer = signed_in(member).get(path)
    if answer.status_code != 200:
        return ""
    within = answer.content.decode().partition("<main")[2].partition('class="foot"')[0]
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", within)


def deeds(verb: str) -> list[tuple[str, list[str]]]:
    """Who did it, and towards whom, by handle."""
    found = Deed.objects.filter(verb=verb).order_by("pk").prefetch_related("towards__member")
    return [
        (deed.actor.handle if deed.actor else "", sorted(toward.member.handle for toward in deed.towards.all()))
        for deed in found
    ]
