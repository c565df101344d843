"""What the tests of talk say, and who reads it."""

from datetime import datetime, timedelta
from typing import Any

from django.test import Client

import cast
from rapport.groups.models import Group, Membership
from rapport.members.audience import Audience
from rapport.members.models import Member
from rapport.network.models import Connection
from rapport.talk.models import Post
from rapport.talk.posting import Wording, write

NOW = cast.MORNING
LATER = NOW + timedelta(hours=1)


def wrote(
    author: Member, body: str = "Good morning.", audience: int = Audience.MEMBERS, *, at: datetime = NOW, **more: Any
) -> Post:
    is_draft = more.pop("is_draft", False)
    return write(author=author, wording=Wording(body, audience=audience, **more), now=at, is_draft=is_draft)


def connected(one: Member, other: Member, *, is_living_room: bool = False) -> None:
    Connection.objects.create(member=one, other=other, is_living_room=is_living_room)
    Connection.objects.create(member=other, other=one)


def group_of(*members: Member, at: datetime = NOW) -> Group:
    group: Group = Group.objects.create(handle="chapter", name="Harbour Chapter", is_hidden=True)
    for member in members:
        Membership.objects.create(group=group, member=member, joined_at=at)
    return group


def reading_as(member: Member | None) -> Client:
    client = Client(HTTP_HOST="127.0.0.1")
    if member is not None:
        client.force_login(member.account)
    return client


def sees(viewer: Member | None, post: Post) -> bool:
    return bool(Post.objects.visible_to(viewer).filter(pk=post.pk).exists())


def shown_to(viewer: Member | None, path: str) -> str:
    """The main part of a page."""
    page = reading_as(viewer).get(path).content.decode()
    return page.partition("<main")[2].partition("</main>")[0]
