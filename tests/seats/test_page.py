"""The pages of a group say what there is of seats to whom, and ask few questions for it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import cast
from groups.harbour import NOW, belongs, body, chapter, signed_in
from rapport.groups.models import Group, Membership
from rapport.members.leave import leave as leave_the_hub
from rapport.members.models import Member
from rapport.seats import filling
from rapport.seats.models import Application
from rapport.seats.professions import rename
from seats.chairs import allowed, applied, profession, seated

pytestmark = pytest.mark.django_db


def queries(viewer: Member, path: str) -> int:
    client = signed_in(viewer)
    client.get(path)
    with CaptureQueriesContext(connection) as found:
        assert client.get(path).status_code == 200
    return len(found)


def test_seats_ask_as_few_for_many_as_for_one(people: dict[str, Member], group: Group) -> None:
    counts = []
    for number, name in enumerate(["Baker", "Caterer", "Architect", "Florist"]):
        holds, waits = (cast.member(f"{who}{number}", f"{who} {number}") for who in ("holds", "waits"))
        belongs(group, holds)
        seated(group, holds, name)
        Application.objects.create(group=group, profession=profession(name), member=waits)
        counts.append(queries(people["mo"], f"{group.path}seats/"))
    assert len(set(counts)) == 1


def test_the_page_of_a_group_tells_its_members_which_seat_is_theirs(people: dict[str, Member], group: Group) -> None:
    assert "You hold the seat of Plumber." in body(people["bo"], group.path)
    for who in ("ann", "cy"):
        assert "See which seats are held" in body(people[who], group.path)
    plain = chapter(people["bo"], handle="plain", seats_per_profession=0)
    for page in (body(None, group.path), body(people["bo"], plain.path)):
        assert "seats/" not in page


def test_organisers_are_led_to_who_applied(people: dict[str, Member], group: Group) -> None:
    assert "Nobody waits" in body(people["mo"], f"{group.path}waiting/")
    Application.objects.create(group=group, profession=profession("Plumber"), member=people["cy"])
    assert "Somebody waits for your word" in body(people["mo"], group.path)
    assert "Applied for a seat" in body(people["mo"], f"{group.path}waiting/")
    assert "Somebody waits for your word" not in body(people["ann"], group.path)


def test_whoever_leaves_is_told_what_becomes_of_their_seat(people: dict[str, Member], group: Group) -> None:
    assert "Your seat here becomes free" in body(people["bo"], f"{group.path}leave/")
    assert "seat" not in body(people["ann"], f"{group.path}leave/")


def test_the_history_is_for_members(people: dict[str, Member], group: Group) -> None:
    filling.release(by=people["mo"], holding=filling.held(group).get(), why="absent", now=NOW)
    path = f"{group.path}seats/"
    assert "absent for long" in body(people["ann"], path)
    assert "absent for long" not in body(people["cy"], path)
    leave_the_hub(people["bo"], now=NOW)
    assert "A former member" in body(people["ann"], path)


def test_a_holder_who_is_hidden_or_blocked_is_not_named(people: dict[str, Member], group: Group) -> None:
    path = f"{group.path}seats/"
    assert "Bo Lindqvist" in body(people["cy"], path)
    Membership.objects.filter(member=people["bo"]).update(is_shown=False)
    assert "Bo Lindqvist" not in body(people["cy"], path)
    assert "Held" in body(people["cy"], path)
    assert "Bo Lindqvist" in body(people["mo"], path)


def test_names_in_line_are_for_organisers_and_for_who_waits(people: dict[str, Member], group: Group) -> None:
    applied(people["john"], group)
    path = f"{group.path}seats/"
    assert "John Adeyemi" in body(people["mo"], path)
    assert "John Adeyemi" not in body(people["ann"], path)
    assert "Somebody waits, first in line" in body(people["ann"], path)
    assert "first in line" not in body(people["cy"], path)


def test_a_seat_that_is_offered_stands_on_the_page_of_members(people: dict[str, Member], group: Group) -> None:
    allowed(applied(people["john"], group), people["mo"])
    filling.release(by=people["bo"], holding=filling.held(group).get(), why="", now=NOW)
    path = f"{group.path}seats/"
    assert "Offered to the first in line." in body(people["ann"], path)
    assert "You may take it until" in " ".join(
        body(people["john"], path).replace("<strong>You</strong>", "You").split()
    )
    assert "Plumber" not in body(people["cy"], path), "that somebody applied is for members to know"


def test_what_was_typed_in_vain_is_not_lost(people: dict[str, Member], group: Group) -> None:
    typed = {"profession": "Unicorn tamer", "line": "Gentle ones only"}
    page = signed_in(people["ann"]).post(f"{group.path}seats/apply/", typed).content.decode()
    assert "No profession of that name" in page
    assert all(f'value="{words}"' in page for words in typed.values())


def test_a_profession_renamed_while_somebody_waits_keeps_their_place(people: dict[str, Member], group: Group) -> None:
    applied(people["john"], group)
    rename(profession=profession("Plumber"), name="Plumber and pipe fitter")
    page = body(people["john"], f"{group.path}seats/")
    assert "Plumber and pipe fitter" in page
    assert "first in line since" in page
