"""A fee that is not paid: organisers and the member know, nobody else, and nothing happens by itself."""

from datetime import date

import pytest

import cast
from groups.harbour import NOW, body, chapter, signed_in
from rapport.groups.fees import note_fee
from rapport.groups.models import Group, Membership
from rapport.groups.refused import Refused
from rapport.members.models import Member

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(settings: object) -> dict[str, Member]:
    settings.CLOCK_FIXED = NOW  # type: ignore[attr-defined]
    return cast.all_four()


@pytest.fixture
def group(people: dict[str, Member]) -> Group:
    return chapter(people["ann"], people["bo"], led_by=people["mo"], is_paid=True)


def test_an_overdue_fee_is_seen_by_organisers_and_by_who_owes_it(people: dict[str, Member], group: Group) -> None:
    note_fee(by=people["mo"], member=people["ann"], group=group, paid_until=date(2026, 10, 31))
    assert "fee was paid until 31 October 2026" in body(people["mo"], f"{group.path}people/")
    assert "Your fee was paid until 31 October 2026" in body(people["ann"], group.path)
    for who in ("bo", "cy"):
        assert "31 October" not in body(people[who], group.path) + body(people[who], f"{group.path}people/")
    assert Membership.objects.filter(member=people["ann"], group=group).exists()


def test_only_organisers_note_it(people: dict[str, Member], group: Group) -> None:
    with pytest.raises(Refused):
        note_fee(by=people["ann"], member=people["ann"], group=group, paid_until=date(2030, 1, 1))
    form = {"member": "ann", "until": "2030-01-01"}
    assert signed_in(people["ann"]).post(f"{group.path}fee/", form).status_code == 404
    signed_in(people["mo"]).post(f"{group.path}fee/", form)
    assert Membership.objects.get(member=people["ann"]).paid_until == date(2030, 1, 1)


@pytest.mark.parametrize("typed", ["tomorrow", "2026-02-30", "0"])
def test_what_is_no_day_gets_a_plain_sentence(people: dict[str, Member], group: Group, typed: str) -> None:
    mo = signed_in(people["mo"])
    page = mo.post(f"{group.path}fee/", {"member": "ann", "until": typed}, follow=True).content.decode()
    assert "That is no day" in page
