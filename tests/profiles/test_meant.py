"""Whom somebody means who types a name: nobody they may not see, and never one of several by chance."""

import pytest

import cast
from network.knitting import knit
from rapport.members.blocking import block
from rapport.members.models import Member
from rapport.profiles.findable import index
from rapport.profiles.meant import UnclearError, meant, offered
from rapport.profiles.models import Profile

pytestmark = pytest.mark.django_db


@pytest.fixture
def members() -> dict[str, Member]:
    found = cast.all_four() | {"ole": cast.member("ole", "Øystein Bråten")}
    index(list(found.values()))
    return found


@pytest.mark.parametrize("typed", ["bo", "@bo", " Bo  Lindqvist ", "bo LINDQVIST", "Bo Lindqvist (@bo)"])
def test_a_name_or_a_handle_will_do(members: dict[str, Member], typed: str) -> None:
    assert meant(members["ann"], typed) == members["bo"]


def test_a_name_is_found_without_its_accents(members: dict[str, Member]) -> None:
    assert meant(members["ann"], "Oystein Braten") == members["ole"]


def test_of_several_none_is_taken(members: dict[str, Member]) -> None:
    index([cast.member("bo2", "Bo Lindqvist"), cast.member("bo3", "Bo Karlsson")])
    with pytest.raises(UnclearError, match=r"Bo Lindqvist \(@bo\), Bo Lindqvist \(@bo2\)\?"):
        meant(members["ann"], "Bo Lindqvist")
    with pytest.raises(UnclearError, match="@bo3"):
        meant(members["ann"], "Karlsson")
    with pytest.raises(UnclearError, match="@bo2"):
        meant(members["ann"], "Bo")
    assert meant(members["ann"], "@bo") == members["bo"], "that is nobody else"


@pytest.mark.parametrize("typed", ["Bo Lindqvist", "bo", "Lindqvist", "Nobody At All", "", "@", "%(name)s", "100%"])
def test_who_blocked_is_nobody(members: dict[str, Member], typed: str) -> None:
    block(by=members["bo"], other=members["ann"], now=cast.MORNING)
    with pytest.raises(UnclearError, match="Nobody here"):
        meant(members["ann"], typed)


def test_who_keeps_out_of_lists_is_named_only_to_connections(members: dict[str, Member]) -> None:
    Profile.objects.update_or_create(member=members["bo"], defaults={"is_listed": False})
    with pytest.raises(UnclearError, match="Nobody here"):
        meant(members["ann"], "Bo Lindqvist")
    knit((members["ann"], members["bo"]))
    assert meant(members["ann"], "Bo Lindqvist") == members["bo"]
    assert offered(members["ann"]) == ["Bo Lindqvist (@bo)"]
