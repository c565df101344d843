"""Going: the last organiser names who takes over, and an account that goes leaves a group that works."""

import pytest

import cast
from groups.harbour import DAY, NOW, belongs, body, chapter, deeds, signed_in
from rapport.groups import roles
from rapport.groups.leaving import leave, remove
from rapport.groups.models import Group, Membership
from rapport.groups.refused import Refused
from rapport.members.blocking import block
from rapport.members.leave import leave as leave_the_hub

pytestmark = pytest.mark.django_db


def organisers(group: Group) -> list[str]:
    return [member.handle for member in roles.organisers(group)]


def test_the_last_organiser_says_who_takes_over() -> None:
    people = cast.all_four()
    group = chapter(people["ann"], people["bo"], led_by=people["mo"])
    with pytest.raises(Refused, match="say who takes over"):
        leave(member=people["mo"], group=group, now=NOW)
    leave(member=people["mo"], group=group, now=NOW, heir=people["bo"])
    assert organisers(group) == ["bo"]
    assert deeds("group.organiser") == [("mo", ["bo"])]


def test_nobody_from_outside_is_made_organiser() -> None:
    people = cast.all_four()
    group = chapter(people["ann"], led_by=people["mo"])
    with pytest.raises(Refused):
        leave(member=people["mo"], group=group, now=NOW, heir=people["cy"])


def test_whom_a_block_hides_is_not_named_and_takes_over_where_nobody_else_is() -> None:
    people = cast.all_four()
    group = chapter(people["bo"], led_by=people["mo"])
    block(by=people["bo"], other=people["mo"], now=NOW)
    assert "Bo Lindqvist" not in body(people["mo"], f"{group.path}leave/")
    leave(member=people["mo"], group=group, now=NOW)
    assert organisers(group) == ["bo"]


def test_the_page_proposes_the_longest_greeter() -> None:
    people = cast.all_four()
    group = chapter(people["ann"], led_by=people["mo"])
    belongs(group, people["bo"], "greeter", since=NOW - DAY)
    page = body(people["mo"], f"{group.path}leave/")
    assert page.index('value="bo" checked') < page.index('value="ann"')


def test_an_account_that_goes_passes_its_group_to_the_longest_greeter_else_member() -> None:
    people = cast.all_four()
    first, second = chapter(people["ann"], led_by=people["mo"]), chapter(people["cy"], led_by=people["mo"], handle="b2")
    belongs(first, people["bo"], "greeter", since=NOW - DAY)
    leave_the_hub(people["mo"], now=NOW)
    assert (organisers(first), organisers(second)) == (["bo"], ["cy"])


def test_the_very_last_leaves_an_empty_group_that_the_host_can_take_over() -> None:
    people = cast.all_four()
    group = chapter(led_by=people["ann"], is_hidden=True)
    leave(member=people["ann"], group=group, now=NOW)
    assert "Harbour Chapter" in body(people["mo"], "/host/")
    assert signed_in(people["cy"]).post(f"{group.path}take-over/").status_code == 404
    signed_in(people["mo"]).post(f"{group.path}take-over/")
    assert organisers(group) == ["mo"]
    assert signed_in(people["mo"]).post(f"{group.path}take-over/").status_code == 404


def test_a_group_with_nobody_in_it_answers() -> None:
    people = cast.all_four()
    group = chapter(door="open")
    for who in (people["ann"], None):
        assert "Harbour Chapter" in body(who, group.path)


def test_an_organiser_puts_out_members_but_no_organiser() -> None:
    people = cast.all_four()
    group = chapter(people["ann"], led_by=people["mo"])
    belongs(group, people["bo"], "organiser")
    for who in ("ann", "bo"):
        signed_in(people["mo"]).post(f"{group.path}remove/", {"member": who})
    assert set(Membership.objects.values_list("member__handle", flat=True)) == {"mo", "bo"}
    with pytest.raises(Refused):
        remove(by=people["ann"], member=people["mo"], group=group, now=NOW)


def test_roles_are_given_by_organisers_and_the_last_one_keeps_theirs() -> None:
    people = cast.all_four()
    group = chapter(people["ann"], people["bo"], led_by=people["mo"])
    with pytest.raises(Refused):
        roles.name(by=people["ann"], member=people["ann"], group=group, role="organiser", now=NOW)
    with pytest.raises(Refused, match="last organiser"):
        roles.name(by=people["mo"], member=people["mo"], group=group, role="member", now=NOW)
    roles.name(by=people["mo"], member=people["ann"], group=group, role="greeter", now=NOW)
    assert Membership.objects.get(member=people["ann"]).role == "greeter"
    with pytest.raises(Refused):
        roles.name(by=people["mo"], member=people["ann"], group=group, role="owner", now=NOW)
