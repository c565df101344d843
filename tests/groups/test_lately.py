"""Who joined my groups lately, with a welcome in one tap."""

import pytest

import cast
from groups.harbour import DAY, NOW, belongs, body, chapter, deeds, signed_in
from rapport.groups import joining
from rapport.groups.lately import newcomers, welcome, welcome_figures
from rapport.groups.leaving import leave
from rapport.groups.models import Group, Membership, Welcomed
from rapport.groups.refused import Refused
from rapport.journal.work import read_all
from rapport.members.blocking import block, mute
from rapport.members.models import Member
from rapport.ties.linking import link
from rapport.ties.models import Touch

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def the_town_s_morning(settings: object) -> None:
    settings.CLOCK_FIXED = NOW  # type: ignore[attr-defined]


@pytest.fixture
def people() -> dict[str, Member]:
    return cast.all_four()


@pytest.fixture
def group(people: dict[str, Member]) -> Group:
    """Cy joined yesterday."""
    made = chapter(people["ann"], people["bo"], led_by=people["mo"], door="open")
    belongs(made, people["cy"], since=NOW - DAY)
    return made


def names(member: Member) -> list[str]:
    return [row.member.handle for row in newcomers(member, NOW)]


def test_today_names_the_newcomer_and_a_tap_welcomes(people: dict[str, Member], group: Group) -> None:
    assert "Cy Park" in body(people["ann"], "/today/beside/")
    signed_in(people["ann"]).post(f"{group.path}welcome/", {"member": "cy", "next": "/"})
    assert "New in your groups" not in body(people["ann"], "/today/beside/")
    assert names(people["bo"]) == ["cy"]
    assert deeds("group.welcome") == [("ann", ["cy"])]


def test_a_welcome_is_said_once_and_warms_the_tie(people: dict[str, Member], group: Group) -> None:
    link(person=cast.known(people["ann"], "Cy Park"), member=people["cy"], now=NOW)
    assert welcome(by=people["ann"], member=people["cy"], group=group, now=NOW)
    assert not welcome(by=people["ann"], member=people["cy"], group=group, now=NOW)
    read_all()
    assert [touch.interaction.kind for touch in Touch.objects.all()] == ["greeting"]


def test_a_hidden_membership_is_new_to_organisers_alone(people: dict[str, Member], group: Group) -> None:
    Membership.objects.filter(member=people["cy"]).update(is_shown=False)
    assert (names(people["ann"]), names(people["mo"])) == ([], ["cy"])
    with pytest.raises(Refused):
        welcome(by=people["ann"], member=people["cy"], group=group, now=NOW)


def test_who_left_again_is_not_listed_and_who_comes_back_is_not_new(people: dict[str, Member], group: Group) -> None:
    leave(member=people["cy"], group=group, now=NOW)
    assert names(people["ann"]) == []
    joining.join(member=people["cy"], group=group, now=NOW)
    assert names(people["ann"]) == []


def test_who_comes_back_after_years_is_new_again(people: dict[str, Member], group: Group) -> None:
    leave(member=people["bo"], group=group, now=NOW - 500 * DAY)
    joining.join(member=people["bo"], group=group, now=NOW - DAY)
    assert names(people["ann"]) == ["bo", "cy"]


def test_who_was_welcomed_and_rejoins_is_not_welcomed_twice(people: dict[str, Member], group: Group) -> None:
    welcome(by=people["ann"], member=people["cy"], group=group, now=NOW)
    leave(member=people["cy"], group=group, now=NOW)
    joining.join(member=people["cy"], group=group, now=NOW)
    assert not welcome(by=people["ann"], member=people["cy"], group=group, now=NOW)
    assert Welcomed.objects.count() == 1


def test_blocked_and_muted_are_not_listed(people: dict[str, Member], group: Group) -> None:
    mute(by=people["ann"], other=people["cy"], now=NOW)
    block(by=people["cy"], other=people["bo"], now=NOW)
    assert (names(people["ann"]), names(people["bo"]), names(people["mo"])) == ([], [], ["cy"])


def test_strangers_neither_see_nor_welcome(people: dict[str, Member], group: Group) -> None:
    dee = cast.member("dee", "Dee Walsh")
    assert names(dee) == []
    with pytest.raises(Refused):
        welcome(by=dee, member=people["cy"], group=group, now=NOW)


def test_how_newcomers_fare_is_for_organisers(people: dict[str, Member], group: Group) -> None:
    belongs(group, cast.member("dee", "Dee Walsh"), since=NOW - 20 * DAY)
    Welcomed.objects.create(group=group, member=people["cy"], by=people["mo"], at=NOW)
    assert welcome_figures(group, NOW) == (2, 1)
    assert "2 joined; 1 of them" in body(people["mo"], group.path)
    assert "were welcomed" not in body(people["ann"], group.path)


def test_who_founded_the_group_yesterday_is_no_newcomer(people: dict[str, Member], group: Group) -> None:
    Membership.objects.filter(member=people["mo"]).update(joined_at=NOW - DAY)
    assert names(people["ann"]) == ["cy"]
