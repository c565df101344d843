"""A seat that comes free is offered to the first in line, and changes hands in no other way but an organiser's."""

import pytest

from groups.harbour import DAY, NOW, belongs, body, deeds, signed_in
from rapport.groups.leaving import leave, remove
from rapport.groups.models import Group, Membership
from rapport.groups.refused import Refused
from rapport.members.leave import leave as leave_the_hub
from rapport.members.models import Member
from rapport.seats import applying, filling, professions
from rapport.seats.models import Application, SeatHolding
from seats.chairs import allowed, applied, holders, profession

pytestmark = pytest.mark.django_db


def test_a_seat_given_up_is_offered_to_the_first_in_line_who_takes_it(people: dict[str, Member], group: Group) -> None:
    john, _cy = (allowed(applied(people[who], group), people["mo"]) for who in ("john", "cy"))
    filling.release(by=people["bo"], holding=filling.held(group).get(), why="", now=NOW)
    assert deeds("seat.offer") == [("bo", ["john"])]
    with pytest.raises(Refused):
        applying.take(member=people["cy"], application=Application.objects.get(member=people["cy"]), now=NOW)
    applying.take(member=people["john"], application=john, now=NOW)
    assert holders(group) == {"Plumber": "john"}
    assert deeds("seat.offer") == [], "what was taken asks for no answer"
    assert Membership.objects.filter(group=group, member=people["john"]).exists()


@pytest.mark.parametrize("how", ["no, thank you", "lapsed", "account gone"])
def test_an_offer_not_taken_goes_to_the_next(people: dict[str, Member], group: Group, how: str) -> None:
    john, cy = (allowed(applied(people[who], group), people["mo"]) for who in ("john", "cy"))
    filling.release(by=people["bo"], holding=filling.held(group).get(), why="", now=NOW)
    if how == "no, thank you":
        applying.withdraw(member=people["john"], application=john, now=NOW)
    elif how == "lapsed":
        assert applying.lapse(NOW + applying.OFFER_LASTS) == 1
        with pytest.raises(Refused):
            applying.take(member=people["john"], application=john, now=NOW + applying.OFFER_LASTS)
        assert [whom for _by, whom in deeds("seat.lapse")] == [["john"]]
        assert [whom for _by, whom in deeds("seat.offer")] == [["cy"]]
    else:
        leave_the_hub(people["john"], now=NOW)
    cy.refresh_from_db()
    assert cy.state == "offered"


@pytest.mark.parametrize(("how", "why"), [("left", "left"), ("removed", "removed"), ("gone", "gone")])
def test_a_seat_is_free_when_its_holder_goes(people: dict[str, Member], group: Group, how: str, why: str) -> None:
    john = allowed(applied(people["john"], group), people["mo"])
    if how == "left":
        leave(member=people["bo"], group=group, now=NOW)
    elif how == "removed":
        remove(by=people["mo"], member=people["bo"], group=group, now=NOW)
    else:
        leave_the_hub(people["bo"], now=NOW)
    john.refresh_from_db()
    assert john.state == "offered"
    assert SeatHolding.objects.exclude(until=None).get().why == why


def test_a_term_that_is_over_frees_the_seat(people: dict[str, Member], group: Group) -> None:
    filling.held(group).update(ends_on=(NOW - DAY).date())
    assert applying.lapse(NOW) == 1
    assert holders(group) == {}


def test_what_came_near_while_one_waited_is_looked_at_before_it_is_offered(
    people: dict[str, Member], group: Group
) -> None:
    ann = applied(people["ann"], group)
    heating = applied(people["john"], group, "Heating engineer")
    allowed(heating, people["mo"])
    filling.release(by=people["bo"], holding=filling.held(group).get(member=people["bo"]), why="", now=NOW)
    ann.refresh_from_db()
    assert (ann.state, ann.allowed_at) == ("waiting", None)


def test_a_renamed_and_a_split_profession_keeps_its_holder(people: dict[str, Member], group: Group) -> None:
    plumber = profession("Plumber")
    professions.rename(profession=plumber, name="Plumber and fitter")
    narrower = professions.split(profession=plumber, into=["Kitchen plumber", "Ship's plumber"])
    assert holders(group) == {"Plumber and fitter": "bo"}
    assert applied(people["ann"], group, "Kitchen plumber").allowed_at is None  # comes near Bo's, which is wider
    Application.objects.all().delete()
    filling.move(by=people["mo"], holding=filling.held(group).get(), profession=narrower[1], now=NOW)
    assert holders(group) == {"Ship's plumber": "bo"}


def test_a_firm_s_seat_passes_to_a_colleague(people: dict[str, Member], group: Group) -> None:
    applied(people["john"], group)
    filling.pass_on(by=people["mo"], holding=filling.held(group).get(), to=people["ann"], now=NOW)
    assert holders(group) == {"Plumber": "ann"}
    assert Application.objects.get().state == "waiting"
    with pytest.raises(Refused):
        filling.pass_on(by=people["mo"], holding=filling.held(group).get(), to=people["cy"], now=NOW)


def test_two_seats_a_profession(people: dict[str, Member], group: Group) -> None:
    ann = applied(people["ann"], group)
    path = f"{group.path}edit/"
    form = {"name": "Harbour Chapter", "meets": "rooms", "door": "request", "guest_visits": 2}
    signed_in(people["mo"]).post(path, {**form, "seats_per_profession": 2})
    ann.refresh_from_db()
    assert ann.state == "offered"
    applying.take(member=people["ann"], application=ann, now=NOW)
    signed_in(people["mo"]).post(path, {**form, "seats_per_profession": 1})
    assert filling.held(group).count() == 2
    assert applied(people["john"], group).state == "waiting"


def test_only_holder_and_organiser_free_a_seat(people: dict[str, Member], group: Group) -> None:
    held = filling.held(group).get()
    for who, status in (("ann", 404), ("cy", 404), ("mo", 302)):
        answer = signed_in(people[who]).post(f"{group.path}seats/release/", {"holding": held.pk, "why": "ended"})
        assert answer.status_code == status
    assert holders(group) == {}


def test_an_organiser_shows_what_the_group_looks_for(people: dict[str, Member], group: Group) -> None:
    signed_in(people["mo"]).post(f"{group.path}seats/look-for/", {"profession": "baker"})
    assert "Baker" in body(people["cy"], f"{group.path}seats/")
    belongs(group, people["cy"])
    assert applied(people["cy"], group, "Baker").state == "taken"
