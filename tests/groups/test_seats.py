"""One seat a profession: applied for, waited for in order, freed, offered, decided by a person."""

from datetime import timedelta

import pytest

import cast
from groups.harbour import DAY, NOW, belongs, body, chapter, deeds, profession, seated, signed_in
from rapport.groups import applying, professions, seats
from rapport.groups.leaving import leave, remove
from rapport.groups.models import Application, Group, Membership, SeatHolding
from rapport.groups.refused import Refused
from rapport.members.leave import leave as leave_the_hub
from rapport.members.models import Member

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> dict[str, Member]:
    return {**cast.all_four(), "john": cast.member("john", "John Adeyemi")}


@pytest.fixture
def group(people: dict[str, Member]) -> Group:
    """Mo leads it, Ann and Bo are in it, and Bo holds the plumber's seat."""
    made = chapter(people["ann"], people["bo"], led_by=people["mo"])
    seated(made, people["bo"])
    return made


def holders(group: Group) -> dict[str, str]:
    rows = seats.held(group).select_related("member", "seat__profession")
    return {row.seat.profession.name: row.member.handle for row in rows if row.member is not None}


def applied(who: Member, group: Group, name: str = "Plumber", after: timedelta = timedelta()) -> Application:
    return applying.apply(member=who, group=group, profession=profession(name), now=NOW + after)


def allowed(application: Application, by: Member) -> Application:
    return applying.decide(by=by, application=application, is_allowed=True, now=NOW)


def test_a_member_gets_a_free_seat_at_once(people: dict[str, Member], group: Group) -> None:
    assert applied(people["ann"], group, "Business coach").state == "taken"
    assert holders(group) == {"Plumber": "bo", "Business coach": "ann"}


def test_john_waits_first_in_line_while_bo_holds_the_seat(people: dict[str, Member], group: Group) -> None:
    john = applied(people["john"], group)
    applied(people["cy"], group, after=DAY)
    assert (john.state, applying.place_in_line(john)) == ("waiting", 1)
    assert deeds("seat.apply") == [("john", ["mo"]), ("cy", ["mo"])]
    assert "first in line since" in body(people["john"], f"{group.path}seats/")


def test_names_in_line_are_for_organisers_and_for_who_waits(people: dict[str, Member], group: Group) -> None:
    applied(people["john"], group)
    path = f"{group.path}seats/"
    assert "John Adeyemi" in body(people["mo"], path)
    assert "John Adeyemi" not in body(people["ann"], path)
    assert "Somebody waits, first in line" in body(people["ann"], path)
    assert "first in line" not in body(people["cy"], path)


def test_a_seat_given_up_is_offered_to_the_first_in_line_who_takes_it(people: dict[str, Member], group: Group) -> None:
    john, _cy = (allowed(applied(people[who], group), people["mo"]) for who in ("john", "cy"))
    seats.release(by=people["bo"], holding=seats.held(group).get(), why="", now=NOW)
    assert deeds("seat.offer") == [("bo", ["john"])]
    with pytest.raises(Refused):
        applying.take(member=people["cy"], application=Application.objects.get(member=people["cy"]), now=NOW)
    applying.take(member=people["john"], application=john, now=NOW)
    assert holders(group) == {"Plumber": "john"}
    assert Membership.objects.filter(group=group, member=people["john"]).exists()


@pytest.mark.parametrize("how", ["no, thank you", "lapsed", "account gone"])
def test_an_offer_not_taken_goes_to_the_next(people: dict[str, Member], group: Group, how: str) -> None:
    john, cy = (allowed(applied(people[who], group), people["mo"]) for who in ("john", "cy"))
    seats.release(by=people["bo"], holding=seats.held(group).get(), why="", now=NOW)
    if how == "no, thank you":
        applying.withdraw(member=people["john"], application=john, now=NOW)
    elif how == "lapsed":
        assert applying.lapse(NOW + applying.OFFER_LASTS) == 1
        with pytest.raises(Refused):
            applying.take(member=people["john"], application=john, now=NOW + applying.OFFER_LASTS)
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


def test_the_history_is_for_members(people: dict[str, Member], group: Group) -> None:
    seats.release(by=people["mo"], holding=seats.held(group).get(), why="absent", now=NOW)
    path = f"{group.path}seats/"
    assert "absent for long" in body(people["ann"], path)
    assert "absent for long" not in body(people["cy"], path)
    leave_the_hub(people["bo"], now=NOW)
    assert "A former member" in body(people["ann"], path)


def test_a_term_that_is_over_frees_the_seat(people: dict[str, Member], group: Group) -> None:
    seats.held(group).update(ends_on=(NOW - DAY).date())
    assert applying.lapse(NOW) == 1
    assert holders(group) == {}


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
    seats.release(by=people["bo"], holding=seats.held(group).get(), why="", now=NOW)
    ann.refresh_from_db()
    assert ann.state == "waiting"
    applying.withdraw(member=people["john"], application=Application.objects.get(member=people["john"]), now=NOW)
    ann.refresh_from_db()
    assert ann.state == "offered"


def test_what_came_near_while_one_waited_is_looked_at_before_it_is_offered(
    people: dict[str, Member], group: Group
) -> None:
    ann = applied(people["ann"], group)
    heating = applied(people["john"], group, "Heating engineer")
    allowed(heating, people["mo"])
    seats.release(by=people["bo"], holding=seats.held(group).get(member=people["bo"]), why="", now=NOW)
    ann.refresh_from_db()
    assert (ann.state, ann.allowed_at) == ("waiting", None)


def test_a_renamed_and_a_split_profession_keeps_its_holder(people: dict[str, Member], group: Group) -> None:
    plumber = profession("Plumber")
    professions.rename(profession=plumber, name="Plumber and fitter")
    narrower = professions.split(profession=plumber, into=["Kitchen plumber", "Ship's plumber"])
    assert holders(group) == {"Plumber and fitter": "bo"}
    assert applied(people["ann"], group, "Kitchen plumber").allowed_at is None  # comes near Bo's, which is wider
    Application.objects.all().delete()
    seats.move(by=people["mo"], holding=seats.held(group).get(), profession=narrower[1], now=NOW)
    assert holders(group) == {"Ship's plumber": "bo"}


def test_a_firm_s_seat_passes_to_a_colleague(people: dict[str, Member], group: Group) -> None:
    applied(people["john"], group)
    seats.pass_on(by=people["mo"], holding=seats.held(group).get(), to=people["ann"], now=NOW)
    assert holders(group) == {"Plumber": "ann"}
    assert Application.objects.get().state == "waiting"
    with pytest.raises(Refused):
        seats.pass_on(by=people["mo"], holding=seats.held(group).get(), to=people["cy"], now=NOW)


def test_two_seats_a_profession(people: dict[str, Member], group: Group) -> None:
    ann = applied(people["ann"], group)
    path = f"{group.path}edit/"
    form = {"name": "Harbour Chapter", "meets": "rooms", "door": "request", "guest_visits": 2}
    signed_in(people["mo"]).post(path, {**form, "seats_per_profession": 2})
    ann.refresh_from_db()
    assert ann.state == "offered"
    applying.take(member=people["ann"], application=ann, now=NOW)
    signed_in(people["mo"]).post(path, {**form, "seats_per_profession": 1})
    assert seats.held(group).count() == 2
    assert applied(people["john"], group).state == "waiting"


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


def test_only_holder_and_organiser_free_a_seat(people: dict[str, Member], group: Group) -> None:
    held = seats.held(group).get()
    for who, status in (("ann", 404), ("cy", 404), ("mo", 302)):
        answer = signed_in(people[who]).post(f"{group.path}seats/release/", {"holding": held.pk, "why": "ended"})
        assert answer.status_code == status
    assert holders(group) == {}


def test_nobody_answers_for_another_or_acts_on_another_group(people: dict[str, Member], group: Group) -> None:
    john = allowed(applied(people["john"], group), people["mo"])
    mine = chapter(led_by=people["cy"], handle="other")
    for path, form in (
        (f"{group.path}seats/answer/", {"application": john.pk, "answer": "leave"}),
        (f"{mine.path}seats/decide/", {"application": john.pk, "answer": "allow"}),
        (f"{mine.path}seats/release/", {"holding": seats.held(group).get().pk, "why": "ended"}),
        (f"{mine.path}seats/decide/", {"application": "9" * 30}),
    ):
        assert signed_in(people["cy"]).post(path, form).status_code == 404
    john.refresh_from_db()
    assert (john.state, holders(group)) == ("waiting", {"Plumber": "bo"})


def test_a_holder_who_is_hidden_or_blocked_is_not_named(people: dict[str, Member], group: Group) -> None:
    path = f"{group.path}seats/"
    assert "Bo Lindqvist" in body(people["cy"], path)
    Membership.objects.filter(member=people["bo"]).update(is_shown=False)
    assert "Bo Lindqvist" not in body(people["cy"], path)
    assert "Held" in body(people["cy"], path)
    assert "Bo Lindqvist" in body(people["mo"], path)


def test_a_group_without_seats_has_no_page_of_them(people: dict[str, Member]) -> None:
    plain = chapter(led_by=people["mo"], handle="plain", seats_per_profession=0)
    assert body(people["mo"], f"{plain.path}seats/") == ""
    with pytest.raises(Refused):
        applied(people["mo"], plain)


def test_an_organiser_shows_what_the_group_looks_for(people: dict[str, Member], group: Group) -> None:
    signed_in(people["mo"]).post(f"{group.path}seats/look-for/", {"profession": "baker"})
    assert "Baker" in body(people["cy"], f"{group.path}seats/")
    belongs(group, people["cy"])
    assert applied(people["cy"], group, "Baker").state == "taken"
