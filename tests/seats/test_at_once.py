"""At the same moment: one seat has one holder."""

from pathlib import Path

import pytest

import cast
from groups.harbour import NOW, belongs, chapter
from racing import hub_on_disk, race
from rapport.seats import applying, filling
from rapport.seats.models import Application, SeatHolding
from seats.chairs import profession

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
        line = [application.state for application in filling.line_of(group, plumber)]
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
        assert [row.member.handle for row in filling.held(group) if row.member] == ["bo"]
        assert Application.objects.get(member=people["cy"]).state == "waiting"
