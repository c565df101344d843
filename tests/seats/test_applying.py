"""Applying for a seat: taken at once, waited for in order, or decided by a person."""

import pytest

from groups.harbour import DAY, NOW, body, chapter, deeds, signed_in
from rapport.groups.models import Group
from rapport.groups.refused import Refused
from rapport.members.models import Member
from rapport.seats import applying, filling
from rapport.seats.models import Application
from seats.chairs import allowed, applied, holders

pytestmark = pytest.mark.django_db


def test_a_member_gets_a_free_seat_at_once(people: dict[str, Member], group: Group) -> None:
    assert applied(people["ann"], group, "Business coach").state == "taken"
    assert holders(group) == {"Plumber": "bo", "Business coach": "ann"}


def test_john_waits_first_in_line_while_bo_holds_the_seat(people: dict[str, Member], group: Group) -> None:
    john = applied(people["john"], group)
    applied(people["cy"], group, after=DAY)
    assert (john.state, applying.place_in_line(john)) == ("waiting", 1)
    assert deeds("seat.apply") == [("john", ["mo"]), ("cy", ["mo"])]
    assert "first in line since" in body(people["john"], f"{group.path}seats/")


def test_what_comes_near_a_held_seat_is_decided_by_an_organiser(people: dict[str, Member], group: Group) -> None:
    heating = applied(people["ann"], group, "Heating engineer")
    assert (heating.state, heating.allowed_at) == ("waiting", None)
    assert "Comes near a seat that is held: Plumber" in body(people["mo"], f"{group.path}seats/")
    with pytest.raises(Refused):
        applying.decide(by=people["ann"], application=heating, is_allowed=True, now=NOW)
    assert allowed(heating, people["mo"]).state == "taken"


def test_who_is_declined_hears_it_and_may_apply_again(people: dict[str, Member], group: Group) -> None:
    first = applied(people["ann"], group, "Heating engineer")
    applying.decide(by=people["mo"], application=first, is_allowed=False, now=NOW)
    assert deeds("seat.decline") == [("mo", ["ann"])]
    assert applied(people["ann"], group, "Heating engineer").pk != first.pk


def test_nobody_overtakes_one_who_waits_for_a_word(people: dict[str, Member], group: Group) -> None:
    applied(people["john"], group)
    ann = applied(people["ann"], group)
    filling.release(by=people["bo"], holding=filling.held(group).get(), why="", now=NOW)
    ann.refresh_from_db()
    assert ann.state == "waiting"
    applying.withdraw(member=people["john"], application=Application.objects.get(member=people["john"]), now=NOW)
    ann.refresh_from_db()
    assert ann.state == "offered"


def test_one_member_holds_one_seat(people: dict[str, Member], group: Group) -> None:
    with pytest.raises(Refused, match="hold a seat here already"):
        applied(people["bo"], group, "Baker")
    assert applied(people["ann"], group, "Baker").pk
    with pytest.raises(Refused):
        applied(people["ann"], group, "Caterer")


@pytest.mark.parametrize("name", ["Building trades", "Dragon tamer", ""])
def test_what_is_too_wide_or_unknown_gets_a_plain_sentence(people: dict[str, Member], group: Group, name: str) -> None:
    answer = signed_in(people["ann"]).post(f"{group.path}seats/apply/", {"profession": name})
    assert "No profession of that name" in answer.content.decode()


def test_nobody_answers_for_another_or_acts_on_another_group(people: dict[str, Member], group: Group) -> None:
    john = allowed(applied(people["john"], group), people["mo"])
    mine = chapter(led_by=people["cy"], handle="other")
    for path, form in (
        (f"{group.path}seats/answer/", {"application": john.pk, "answer": "leave"}),
        (f"{mine.path}seats/decide/", {"application": john.pk, "answer": "allow"}),
        (f"{mine.path}seats/release/", {"holding": filling.held(group).get().pk, "why": "ended"}),
        (f"{mine.path}seats/decide/", {"application": "9" * 30}),
    ):
        assert signed_in(people["cy"]).post(path, form).status_code == 404
    john.refresh_from_db()
    assert (john.state, holders(group)) == ("waiting", {"Plumber": "bo"})


def test_a_group_without_seats_has_no_page_of_them(people: dict[str, Member]) -> None:
    plain = chapter(led_by=people["mo"], handle="plain", seats_per_profession=0)
    assert body(people["mo"], f"{plain.path}seats/") == ""
    with pytest.raises(Refused):
        applied(people["mo"], plain)
