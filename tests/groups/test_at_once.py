"""At the same moment: a group keeps an organiser, and a guest has no visit too many."""

from pathlib import Path

import pytest

import cast
from groups.harbour import NOW, belongs, chapter
from racing import hub_on_disk, race
from rapport.groups import guests
from rapport.groups.leaving import leave
from rapport.groups.models import GuestVisit, Membership
from rapport.groups.refused import Refused

pytestmark = pytest.mark.django_db(transaction=True)


def test_both_last_organisers_who_leave_at_once_leave_one(tmp_path: Path) -> None:
    people = cast.all_four()
    group = chapter(people["ann"], led_by=people["mo"])
    belongs(group, people["bo"], "organiser")
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
