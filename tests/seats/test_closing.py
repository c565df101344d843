"""Closing a group frees its seats, and opening it again gives them back to whoever is still there."""

import pytest

import cast
from groups.harbour import DAY, NOW, chapter, deeds
from rapport.groups.closing import close, reopen
from rapport.groups.models import Membership
from rapport.members.models import Member
from rapport.seats import applying, filling
from rapport.seats.models import Application, SeatHolding
from seats.chairs import profession, seated

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> dict[str, Member]:
    return cast.all_four()


def test_seats_come_free_without_being_offered(people: dict[str, Member]) -> None:
    group = chapter(people["ann"], people["bo"], led_by=people["mo"])
    seated(group, people["ann"])
    applying.apply(member=people["bo"], group=group, profession=profession("Plumber"), now=NOW)
    close(by=people["mo"], group=group, now=NOW)
    assert SeatHolding.objects.get().why == "closed"
    assert Application.objects.get().state == "withdrawn"
    assert deeds("seat.offer") == []


def test_who_has_left_meanwhile_holds_no_seat_again(people: dict[str, Member]) -> None:
    group = chapter(people["ann"], people["bo"], led_by=people["mo"])
    seated(group, people["ann"])
    close(by=people["mo"], group=group, now=NOW)
    Membership.objects.filter(member=people["ann"]).delete()
    reopen(by=people["mo"], group=group, now=NOW + DAY)
    assert not filling.held(group).exists()
