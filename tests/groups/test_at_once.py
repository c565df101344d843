"""At the same moment: one seat has one holder, and a guest has no visit too many."""

from pathlib import Path

import pytest

import cast
from groups.harbour import NOW, belongs, chapter, profession, seated
from racing import hub_on_disk, race
from rapport.groups import applying, guests, seats
from rapport.groups.leaving import leave
from rapport.groups.models import Application, GuestVisit, Membership, SeatHolding
from rapport.groups.refused import Refused

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_many_who_apply_at_once_one_gets_the_seat_and_all_others_stand_in_line(tmp_path: Path) -> None:
    group, plumber = chapter(), profession("Plumber")
    members = [cast.member(f"m{number}", f"Member {number}") for number in range(8)]
    for member in members:
        belongs(group, member)
    with hub_on_disk(tmp_path) as enter:
        acts = [
            lambda who=member: applying.apply(member=who, group=group, profession=plumber, now=NOW).state
            for member in members
        ]
        results = race(acts, enter)
        assert sorted(results) == ["taken"] + ["waiting"] * 7
        assert SeatHolding.objects.filter(until=None).count() == 1
        line = [application.state for application in seats.line_of(group, plumber)]
        assert line == ["waiting"] * 7


def test_two_organisers_who_agree_to_two_at_once_seat_one(tmp_path: Path) -> None:
    people = cast.all_four()
    group, baker = chapter(led_by=people["mo"]), profession("Baker")
    belongs(group, people["ann"], "organiser")
    made = [applying.apply(member=people[who], group=group, profession=baker, now=NOW) for who in ("bo", "cy")]
    with hub_on_disk(tmp_path) as enter:
        deciding = zip((people["mo"], people["ann"]), made, strict=True)
        acts = [
            lambda by=by, one=one: applying.decide(by=by, application=one, is_allowed=True, now=NOW)
            for by, one in deciding
        ]
        race(acts, enter)
        assert [row.member.handle for row in seats.held(group) if row.member] == ["bo"]
        assert Application.objects.get(member=people["cy"]).state == "waiting"


def test_both_last_organisers_who_leave_at_once_leave_one(tmp_path: Path) -> None:
    people = cast.all_four()
    group = chapter(people["ann"], led_by=people["mo"])
    belongs(group, people["bo"], "organiser")
    seated(group, people["bo"])
    with hub_on_disk(tmp_path) as enter:
        acts = [lambda who=people[who]: leave(member=who, group=group, now=NOW) for who in ("mo", "bo")]
        results = race(acts, enter)
        assert sum(isinstance(result, Refused) for result in results) == 1
        assert Membership.objects.filter(role="organiser").count() == 1


def test_a_guest_who_asks_twice_at_once_asked_once(tmp_path: Path) -> None:
    people = cast.all_four()
    group = chapter(led_by=people["mo"], guest_visits=1)
    with hub_on_disk(tmp_path) as enter:
        race([lambda: guests.ask_to_visit(member=people["cy"], group=group, now=NOW)] * 3, enter)
        assert GuestVisit.objects.count() == 1
