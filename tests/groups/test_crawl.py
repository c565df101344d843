"""Every page and act of a group, by everybody: who may see it, and who may do it."""

import pytest

import cast
from groups.harbour import NOW, belongs, body, chapter, signed_in
from rapport.groups import joining
from rapport.groups.models import Group, JoinRequest, Membership
from rapport.groups.shared import members_of, shown_groups_of
from rapport.members.blocking import block
from rapport.members.models import Member

pytestmark = pytest.mark.django_db
# What nobody, a stranger, a member and an organiser are answered.
PAGES = {
    "": (200, 200, 200, 200),
    "people/": (302, 200, 200, 200),
    "seats/": (302, 200, 200, 200),
    "seats/apply/": (302, 200, 200, 200),
    "leave/": (302, 302, 200, 200),
    "edit/": (302, 404, 404, 200),
    "invite/": (302, 404, 404, 200),
    "waiting/": (302, 404, 404, 200),
}
FOR_ORGANISERS = ["waiting/request/", "waiting/visit/", "role/", "remove/", "fee/", "seats/pass-on/", "seats/look-for/"]
FOR_MEMBERS = ["join/", "ask/", "invite/", "invitation/", "visit/", "leave/", "shown/", "welcome/"]


@pytest.fixture
def people() -> dict[str, Member]:
    return {**cast.all_four(), "dee": cast.member("dee", "Dee Walsh")}


@pytest.fixture
def group(people: dict[str, Member]) -> Group:
    """Dee leads it, Bo is in it, Ann asks to join; Cy is a stranger, and Mo, who is host, is one too."""
    made = chapter(people["bo"], led_by=people["dee"])
    JoinRequest.objects.create(group=made, member=people["ann"])
    return made


def test_who_sees_which_page(people: dict[str, Member], group: Group) -> None:
    viewers = (None, people["cy"], people["bo"], people["dee"])
    seen = {page: tuple(signed_in(who).get(group.path + page).status_code for who in viewers) for page in PAGES}
    assert seen == PAGES


def test_the_host_is_a_stranger_where_they_do_not_belong(people: dict[str, Member], group: Group) -> None:
    host = signed_in(people["mo"])
    assert {page: host.get(group.path + page).status_code for page in PAGES} == {
        page: s[1] for page, s in PAGES.items()
    }
    Group.objects.update(is_hidden=True)
    assert {host.get(group.path + page).status_code for page in PAGES} == {404}


@pytest.mark.parametrize("act", FOR_ORGANISERS)
def test_organisers_acts_are_not_there_for_others(people: dict[str, Member], group: Group, act: str) -> None:
    form = {"member": "ann", "answer": "admit", "role": "organiser", "profession": "baker"}
    for who, status in ((None, 302), (people["cy"], 404), (people["bo"], 404), (people["mo"], 404)):
        assert signed_in(who).post(group.path + act, form).status_code == status
    assert set(Membership.objects.values_list("member__handle", "role")) == {("bo", "member"), ("dee", "organiser")}


@pytest.mark.parametrize("act", FOR_MEMBERS + FOR_ORGANISERS)
def test_nobody_acts_without_signing_in_or_by_following_a_link(
    people: dict[str, Member], group: Group, act: str
) -> None:
    assert signed_in(None).post(group.path + act, {"member": "ann"}).status_code == 302
    if act not in PAGES:
        assert signed_in(people["dee"]).get(group.path + act).status_code == 405
    assert Membership.objects.count() == 2


def test_organisers_do_not_see_who_blocked_them(people: dict[str, Member], group: Group) -> None:
    block(by=people["ann"], other=people["dee"], now=NOW)
    dee = signed_in(people["dee"])
    for page in ("", "waiting/", "people/", "seats/"):
        text = dee.get(group.path + page).content.decode()
        assert "Ann Okafor" not in text
        assert "Somebody waits" not in text
    answer = dee.post(f"{group.path}waiting/request/", {"member": "ann", "answer": "admit"})
    assert answer.status_code == 404


def test_a_suspended_member_is_in_no_list(people: dict[str, Member], group: Group) -> None:
    people["bo"].account.is_active = False
    people["bo"].account.save()
    for who in ("cy", "dee"):
        for page in ("", "people/"):
            assert "Bo Lindqvist" not in body(people[who], group.path + page)


def test_whom_a_hidden_group_invited_sees_its_frame_alone(people: dict[str, Member], group: Group) -> None:
    Group.objects.update(is_hidden=True)
    belongs(group, people["mo"], is_shown=False)
    joining.invite(by=people["dee"], member=people["cy"], group=group, now=NOW)
    text = signed_in(people["cy"]).get(group.path).content.decode()
    assert "Dee Walsh invites you" in text
    assert "/members/mo/" not in text
    assert "/members/bo/" not in text
    assert not members_of(group, people["cy"]).exists()
    assert not shown_groups_of(people["bo"], people["cy"]).exists()
