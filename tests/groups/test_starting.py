"""Starting a group: a kind sets the axes, and its organisers change them."""

import pytest

import cast
from groups.harbour import body, chapter, signed_in
from rapport.groups.kinds import KINDS
from rapport.groups.models import Group, Membership
from rapport.groups.starting import A_WEEK

pytestmark = pytest.mark.django_db
CHAPTER = {"kind": "chapter", "name": "Harbour Chapter", "meets": "rooms", "door": "request", "is_paid": "on",
           "fee": "£400 a year", "is_structured": "on", "seats_per_profession": "1", "guest_visits": "2"}  # fmt: skip


def started(form: dict[str, str]) -> Group:
    signed_in(cast.ann()).post("/groups/start/", form)
    made: Group = Group.objects.get()
    return made


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_a_kind_sets_the_axes(kind: object) -> None:
    page = body(cast.ann(), f"/groups/start/?kind={kind.key}")  # type: ignore[attr-defined]
    for axis, value in kind.axes.items():  # type: ignore[attr-defined]
        said = f'name="{axis}"'
        assert said in page
        if isinstance(value, int) and not isinstance(value, bool):
            assert f'value="{value}"' in page


def test_who_starts_it_organises_it() -> None:
    group = started(CHAPTER)
    assert (group.handle, group.seats_per_profession, group.fee) == ("harbour-chapter", 1, "£400 a year")
    assert Membership.objects.get(group=group).role == "organiser"


def test_the_same_name_gets_another_address_and_start_is_no_group() -> None:
    chapter(handle="harbour-chapter")
    signed_in(cast.ann()).post("/groups/start/", CHAPTER)
    signed_in(cast.bo()).post("/groups/start/", {**CHAPTER, "name": "Start"})
    assert set(Group.objects.values_list("handle", flat=True)) == {"harbour-chapter", "harbour-chapter-2", "start-2"}


def test_the_address_of_a_hidden_group_cannot_be_guessed() -> None:
    group = started({**CHAPTER, "is_hidden": "on"})
    assert group.handle.startswith("harbour-chapter-")
    assert len(group.handle) == len("harbour-chapter-") + 10


@pytest.mark.parametrize("name", ["雅", "!!", "x", "--", "صحبت"])
def test_every_name_leads_to_an_address(name: str) -> None:
    group = started({**CHAPTER, "name": name})
    group.full_clean()


@pytest.mark.parametrize(
    "wrong", [{"name": " \u200b "}, {"meets": "moon"}, {"seats_per_profession": "10"}, {"guest_visits": "-1"}]
)
def test_bad_input_starts_nothing(wrong: dict[str, str]) -> None:
    assert signed_in(cast.ann()).post("/groups/start/", {**CHAPTER, **wrong}).status_code == 200
    assert not Group.objects.exists()


def test_nobody_starts_ten_thousand() -> None:
    ann = signed_in(cast.ann())
    for _ in range(A_WEEK + 1):
        ann.post("/groups/start/", CHAPTER)
    assert Group.objects.count() == A_WEEK


def test_only_organisers_change_it_and_slip_nothing_else_in() -> None:
    people = cast.all_four()
    group = chapter(people["ann"], led_by=people["mo"])
    form = {**CHAPTER, "name": "New name", "handle": "stolen", "made_at": "2000-01-01"}
    assert signed_in(people["ann"]).post(f"{group.path}edit/", form).status_code == 404
    signed_in(people["mo"]).post(f"{group.path}edit/", form)
    group.refresh_from_db()
    assert (group.name, group.handle, group.made_at.year) == ("New name", "chapter", 2025)
