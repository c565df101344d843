"""Somebody invites the owner into a group."""

import pytest

import cast
from groups.harbour import DAY, NOW, chapter, signed_in
from rapport.groups import joining
from rapport.groups.models import Group, GroupInvitation, Membership
from rapport.members.blocking import block, mute
from rapport.members.models import Member
from rounds.morning import card, kinds

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def the_town_s_morning(settings: object) -> None:
    settings.CLOCK_FIXED = NOW  # type: ignore[attr-defined]


@pytest.fixture
def group() -> Group:
    """Bo leads it, and invites Ann; nobody sees it from outside."""
    bo = cast.bo()
    group = chapter(led_by=bo, door="invitation", is_hidden=True)
    joining.invite(by=bo, member=cast.ann(), group=group, note="Come and see.", now=NOW)
    return group


def of(handle: str) -> Member:
    found: Member = Member.objects.get(handle=handle)
    return found


def test_an_invitation_is_a_card_until_it_is_answered(group: Group) -> None:
    found = card(of("ann"), "invited")
    assert found.act == "Answer Bo Lindqvist"
    assert found.reason == "They invited you into Harbour Chapter today: “Come and see.”"
    assert found.url == group.path
    joining.accept(member=of("ann"), group=group, now=NOW)
    assert "invited" not in kinds(of("ann"))


@pytest.mark.parametrize("why", ["declined", "old", "blocked", "muted", "no organiser", "closed"])
def test_what_holds_no_longer_is_no_card(group: Group, why: str) -> None:
    ann, bo = of("ann"), of("bo")
    if why == "declined":
        joining.refuse(member=ann, group=group, now=NOW)
    elif why == "old":
        GroupInvitation.objects.update(made_at=NOW - 61 * DAY)
    elif why == "blocked":
        block(by=ann, other=bo, now=NOW)
    elif why == "muted":
        mute(by=ann, other=bo, now=NOW)
    elif why == "no organiser":
        Membership.objects.update(role="member")
    else:
        Group.objects.update(closed_at=NOW)
    assert "invited" not in kinds(ann)


@pytest.mark.parametrize(("said", "leads"), [("accept", "/groups/chapter/"), ("decline", "/")])
def test_it_is_answered_beside_the_round(group: Group, said: str, leads: str) -> None:
    client = signed_in(of("ann"))
    beside = client.get("/today/beside/").content.decode()
    assert "Bo Lindqvist invites you." in beside
    answered = client.post(f"{group.path}invitation/", {"answer": said, "from": "today"})
    assert answered.headers["Location"] == leads
    assert Membership.objects.filter(group=group, member=of("ann")).exists() is (said == "accept")
    assert "invites you" not in client.get("/today/beside/").content.decode()
