"""Whoever asks for very many members is slowed down, and told the same of those who are here and those who are not."""

from datetime import timedelta

import pytest
from django.test import Client

import cast
from rapport.kit.pace import Pace
from rapport.members import copying
from rapport.members.audience import Audience
from rapport.members.models import Member
from rapport.profiles.say import say

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _two_of_each(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("STRANGERS_LOOK", "MEMBERS_LOOK", "MEMBERS_LIST"):
        monkeypatch.setattr(copying, name, Pace(2, HOUR))


def client_of(member: Member | None, **more: str) -> Client:
    client = Client(HTTP_HOST="127.0.0.1", **more)
    if member is not None:
        client.force_login(member.account)
    return client


def test_nobody_leafs_through_the_members() -> None:
    members = cast.all_four()
    for one in members.values():
        say(member=one, opens_for=Audience.EVERYONE)
    nobody = client_of(None)
    paths = ["/members/ann/", "/members/ann/", "/members/bo/card.vcf", "/members/cy/", "/members/unknown/"]
    answers = [nobody.get(path) for path in paths]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
    assert answers[-1]["Retry-After"]
    assert client_of(None, REMOTE_ADDR="198.51.100.7").get("/members/cy/").status_code == 200


def test_guesses_count_as_well() -> None:
    nobody = client_of(None)
    assert [nobody.get(f"/members/x{n}/").status_code for n in range(3)] == [404, 404, 429]


def test_one_house_of_the_newer_internet_is_one_place() -> None:
    answers = [client_of(None, REMOTE_ADDR=f"2001:db8::{n}").get(f"/members/x{n}/").status_code for n in range(1, 4)]
    assert answers == [404, 404, 429]


def test_a_member_may_look_at_more_and_at_themselves_always() -> None:
    members = cast.all_four()
    ann = client_of(members["ann"])
    assert [ann.get(f"/members/{who}/").status_code for who in ("bo", "cy", "mo", "ann")] == [200, 200, 429, 200]


def test_a_list_narrowed_in_ever_other_ways_ends() -> None:
    ann = client_of(cast.ann())
    assert [ann.get(f"/members/?q={letter}").status_code for letter in "aabc"] == [200, 200, 200, 429]
    assert ann.get("/members/").status_code == 200
