"""Coming into a group: by its door, by asking, by being invited; and all that is refused without a word."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

import cast
from groups.harbour import DAY, NOW, belongs, chapter, deeds, signed_in
from network.knitting import knit
from rapport.groups import guests, joining
from rapport.groups.leaving import leave, remove
from rapport.groups.models import GroupInvitation, JoinRequest, Membership
from rapport.groups.refused import Refused
from rapport.journal.models import Deed
from rapport.members.blocking import block
from rapport.members.models import Member

pytestmark = pytest.mark.django_db
PRESSING = ("group.ask", "group.visit", "group.invite")


def test_an_open_door_is_walked_through_once() -> None:
    people = cast.all_four()
    group = chapter(led_by=people["mo"], door="open")
    for _ in range(2):
        joining.join(member=people["ann"], group=group, now=NOW)
    assert Membership.objects.filter(group=group, member=people["ann"]).count() == 1
    assert deeds("group.join") == [("ann", [])]


@pytest.mark.parametrize("axes", [{"door": "request"}, {"door": "invitation"}, {"door": "open", "is_hidden": True}])
def test_no_forged_form_joins_a_closed_group(axes: dict[str, object]) -> None:
    people = cast.all_four()
    group = chapter(led_by=people["mo"], **axes)
    answer = signed_in(people["cy"]).post(f"{group.path}join/", {"role": "organiser", "door": "open"})
    assert answer.status_code in (302, 404)
    assert not Membership.objects.filter(member=people["cy"]).exists()


def test_who_asks_is_let_in_by_an_organiser_alone() -> None:
    people = cast.all_four()
    group = chapter(people["ann"], led_by=people["mo"])
    joining.ask(member=people["cy"], group=group, line="I make cakes", now=NOW)
    assert deeds("group.ask") == [("cy", ["mo"])]
    with pytest.raises(Refused):
        joining.admit(by=people["ann"], member=people["cy"], group=group, now=NOW)
    joining.admit(by=people["mo"], member=people["cy"], group=group, now=NOW)
    assert Membership.objects.filter(group=group, member=people["cy"], role="member").exists()
    assert not JoinRequest.objects.exists()


def test_a_request_that_is_put_aside_looks_as_if_it_waited() -> None:
    people = cast.all_four()
    group = chapter(led_by=people["mo"])
    joining.ask(member=people["cy"], group=group, line="", now=NOW)
    waits = signed_in(people["cy"]).get(group.path).content
    joining.decline(by=people["mo"], member=people["cy"], group=group, now=NOW)
    assert b"You asked to join" in waits
    assert b"You asked to join" in signed_in(people["cy"]).get(group.path).content


def test_asking_again_after_taking_it_back_is_no_way_round_a_refusal() -> None:
    people = cast.all_four()
    group = chapter(led_by=people["mo"])
    joining.ask(member=people["cy"], group=group, line="", now=NOW)
    joining.decline(by=people["mo"], member=people["cy"], group=group, now=NOW)
    joining.withdraw(member=people["cy"], group=group, now=NOW)
    joining.ask(member=people["cy"], group=group, line="please", now=NOW)
    assert deeds("group.ask") == []
    assert signed_in(people["mo"]).get(f"{group.path}waiting/").content.count(b"Cy Park") == 0


def test_one_comes_in_by_invitation_of_an_organiser() -> None:
    people = cast.all_four()
    group = chapter(led_by=people["mo"], door="invitation", is_hidden=True)
    assert signed_in(people["cy"]).get(group.path).status_code == 404
    joining.invite(by=people["mo"], member=people["cy"], group=group, now=NOW)
    assert b"Mo Haddad invites you" in signed_in(people["cy"]).get(group.path).content
    joining.accept(member=people["cy"], group=group, now=NOW)
    assert Membership.objects.filter(group=group, member=people["cy"]).exists()


def test_members_invite_only_where_they_may() -> None:
    people = cast.all_four()
    group = chapter(people["ann"], led_by=people["mo"])
    with pytest.raises(Refused):
        joining.invite(by=people["ann"], member=people["cy"], group=group, now=NOW)
    group.may_members_invite = True
    group.save()
    joining.invite(by=people["ann"], member=people["cy"], group=group, now=NOW)
    assert deeds("group.invite") == [("ann", ["cy"])]


def test_a_declined_invitation_is_not_told_and_does_not_come_again() -> None:
    people = cast.all_four()
    group = chapter(led_by=people["mo"], is_hidden=True)
    joining.invite(by=people["mo"], member=people["cy"], group=group, now=NOW)
    joining.refuse(member=people["cy"], group=group, now=NOW)
    joining.invite(by=people["mo"], member=people["cy"], group=group, now=NOW + DAY)
    assert deeds("group.invite") == []
    assert signed_in(people["cy"]).get(group.path).status_code == 404
    with pytest.raises(Refused):
        joining.accept(member=people["cy"], group=group, now=NOW + DAY)


@pytest.mark.parametrize("ended", ["old", "sender left", "sender lost the right"])
def test_an_old_invitation_opens_nothing(ended: str) -> None:
    people = cast.all_four()
    group = chapter(people["ann"], led_by=people["mo"], may_members_invite=True, door="invitation")
    joining.invite(by=people["ann"], member=people["cy"], group=group, now=NOW)
    if ended == "sender left":
        leave(member=people["ann"], group=group, now=NOW)
    elif ended == "sender lost the right":
        group.may_members_invite = False
        group.save()
    with pytest.raises(Refused):
        joining.accept(
            member=people["cy"], group=group, now=NOW + (joining.LASTS + DAY if ended == "old" else timedelta())
        )


def test_who_was_put_out_comes_back_only_through_an_organiser() -> None:
    people = cast.all_four()
    group = chapter(people["cy"], led_by=people["mo"], door="open")
    remove(by=people["mo"], member=people["cy"], group=group, now=NOW)
    with pytest.raises(Refused):
        joining.join(member=people["cy"], group=group, now=NOW)
    joining.ask(member=people["cy"], group=group, line="Sorry", now=NOW)
    joining.admit(by=people["mo"], member=people["cy"], group=group, now=NOW)
    leave(member=people["cy"], group=group, now=NOW)
    joining.join(member=people["cy"], group=group, now=NOW)


def test_a_block_takes_open_invitations_back_both_ways() -> None:
    people = cast.all_four()
    group = chapter(led_by=people["mo"])
    joining.invite(by=people["mo"], member=people["cy"], group=group, now=NOW)
    block(by=people["cy"], other=people["mo"], now=NOW)
    assert not GroupInvitation.objects.exists()
    assert deeds("group.invite") == []
    with pytest.raises(Refused):
        joining.invite(by=people["mo"], member=people["cy"], group=group, now=NOW)


def test_whom_one_may_not_see_and_who_is_not_here_cannot_be_invited_alike() -> None:
    people = cast.all_four()
    group = chapter(led_by=people["mo"])
    block(by=people["cy"], other=people["mo"], now=NOW)
    mo: Client = signed_in(people["mo"])
    for typed in ("cy", "Cy Park", "nobody"):
        page = mo.post(f"{group.path}invite/", {"member": typed})
        assert page.status_code == 422
        assert f"Nobody here is called “{typed}”" in page.content.decode()
    assert mo.post(f"{group.path}invite/", {"member": ""}).status_code == 422


def test_the_page_to_invite_is_for_who_may() -> None:
    people = cast.all_four()
    group = chapter(people["ann"], led_by=people["mo"])
    knit((people["mo"], people["cy"]), (people["mo"], people["ann"]))
    page = signed_in(people["mo"]).get(f"{group.path}invite/").content.decode()
    assert "Cy Park (@cy)" in page
    assert "Ann Okafor (@ann)" not in page, "who is in it is not offered"
    assert [signed_in(people[who]).get(f"{group.path}invite/").status_code for who in ("ann", "cy")] == [404, 404]


def test_nobody_invites_ten_thousand() -> None:
    people = cast.all_four()
    group = chapter(led_by=people["mo"])
    for number in range(joining.INVITES_A_DAY):
        guest = cast.member(f"guest{number}", "Guest")
        joining.invite(by=people["mo"], member=guest, group=group, now=NOW)
    with pytest.raises(Refused, match="enough for one day"):
        joining.invite(by=people["mo"], member=people["cy"], group=group, now=NOW)


def test_the_first_in_a_group_that_all_have_left_organises_it() -> None:
    ann = cast.ann()
    group = chapter(door="open")
    joining.join(member=ann, group=group, now=NOW)
    assert Membership.objects.get(group=group).role == "organiser"


def test_inviting_somebody_whose_membership_is_hidden_tells_nothing() -> None:
    people = cast.all_four()
    group = chapter(people["ann"], led_by=people["mo"], may_members_invite=True)
    belongs(group, people["cy"], is_shown=False)
    joining.invite(by=people["ann"], member=people["cy"], group=group, now=NOW)
    assert not GroupInvitation.objects.exists()


def pressing(who: Member) -> list[str]:
    """What asks them for an answer."""
    return [deed.verb for deed in Deed.objects.filter(towards__member=who).order_by("pk") if deed.verb in PRESSING]


@pytest.mark.parametrize("is_welcome", [True, False])
def test_what_was_answered_asks_no_organiser_for_an_answer(is_welcome: bool) -> None:
    people = cast.all_four()
    group, mo, cy = chapter(led_by=people["mo"]), people["mo"], people["cy"]
    joining.ask(member=cy, group=group, line="", now=NOW)
    guests.ask_to_visit(member=cy, group=group, now=NOW)
    assert pressing(mo) == ["group.ask", "group.visit"]
    (guests.receive if is_welcome else guests.turn_away)(by=mo, member=cy, group=group, now=NOW)
    assert pressing(mo) == ["group.ask"]
    (joining.admit if is_welcome else joining.decline)(by=mo, member=cy, group=group, now=NOW)
    assert pressing(mo) == []


@pytest.mark.parametrize("answer", [joining.accept, joining.refuse])
def test_an_invitation_that_was_answered_asks_no_more_and_that_of_another_does(answer: Callable[..., object]) -> None:
    people = cast.all_four()
    group = chapter(led_by=people["mo"], door="invitation")
    for handle in ("ann", "cy"):
        joining.invite(by=people["mo"], member=people[handle], group=group, now=NOW)
    answer(member=people["cy"], group=group, now=NOW)
    assert (pressing(people["cy"]), pressing(people["ann"])) == ([], ["group.invite"])


def test_whoever_invites_types_a_name() -> None:
    people = cast.all_four()
    group = chapter(led_by=people["mo"])
    page = signed_in(people["mo"]).post(f"{group.path}invite/", {"member": "cy park"}, follow=True)
    assert "Invited: Cy Park." in page.content.decode()
    page = signed_in(people["mo"]).post(f"{group.path}invite/", {"member": "Nobody At All", "note": "Come"})
    assert 'value="Nobody At All"' in page.content.decode()
    assert 'value="Come"' in page.content.decode()
