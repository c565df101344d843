"""The cast, and a group of Ann and Bo."""

import pytest

import cast
from rapport.groups.models import Group, Membership
from rapport.members.models import Member


@pytest.fixture
def members() -> dict[str, Member]:
    return cast.all_four()


@pytest.fixture
def chapter(members: dict[str, Member]) -> Group:
    group = Group.objects.create(handle="chapter", name="Harbour Chapter")
    for who in ("ann", "bo"):
        Membership.objects.create(group=group, member=members[who])
    return group
