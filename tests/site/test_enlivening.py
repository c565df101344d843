"""The demo town with its hub: Ann's morning is the story's, and every station of it can be opened."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

import cast
from anns_book import bring
from rapport.briefs.brief import brief_of
from rapport.events.models import Event, Occurrence
from rapport.feeds.models import ShownArticle, ShownBlog
from rapport.groups.models import GuestVisit
from rapport.introductions.paths import ways_to
from rapport.journal.models import Reading
from rapport.members.models import Member
from rapport.network.models import Connection, Neighbours
from rapport.network.packing import others
from rapport.people.models import Book, Person
from rapport.rounds.today import the_round
from rapport.sameness.reviewing import waiting
from rapport.seats.models import Application, SeatHolding
from rapport.site.deciding import decide_as_owner
from rapport.site.enlivening import enliven
from rapport.site.replaying import replay
from rapport.site.story import stations
from rapport.talk.interests import updates
from rapport.town import build
from rapport.town.hand import by_hand
from rapport.town.hub import hub_of
from rapport.town.render import render
from rapport.trust.models import Vouch

pytestmark = pytest.mark.django_db  # each test in a transaction of its own, on top of what was told once

TODAY = date(2026, 11, 19)


@pytest.fixture(scope="module", autouse=True)
def town(tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock():
        truth = build(1)
        Book.of(cast.member("mo", "Mo Adler", is_host=True))  # as in the demo: the day's lots fall by book
        book = Book.of(cast.ann())
        Member.objects.filter(handle="ann").update(region="GB")
        files = render(truth, tmp_path_factory.mktemp("town"), ["ann"])["ann"]
        for file in sorted(files, key=lambda file: file.suffix != ".vcf"):
            bring(book, [file])
        decide_as_owner(book, [entry for entry in truth.entries if entry.owner == "ann"], now=cast.MORNING)
        replay(book, by_hand("ann"))
        enliven(hub_of(truth), now=cast.MORNING)
        yield
        call_command("flush", verbosity=0, interactive=False)


def member(handle: str) -> Member:
    found: Member = Member.objects.get(handle=handle)
    return found


def test_anns_round_is_the_story_s() -> None:
    found = the_round(member("ann"), on=TODAY, minutes=15, now=cast.MORNING)
    said = [act.act for act in found.acts]
    assert [act.kind for act in found.acts] == ["thank", "promised", "hello", "get_back", "introduce"], said
    for act, name in zip(said, ("Rana", "Øystein", "Sal", "Mei-Ling", "Introduce Bo Lindqvist"), strict=True):
        assert name in act


def test_tonight_s_brief_has_zhanna_six_of_anns_and_cy() -> None:
    event = Event.objects.get(on=TODAY)
    found = brief_of(event, Occurrence.objects.get(event=event), member("ann"), Book.of(member("ann")))
    assert [line.name for line in found.wished] == ["Zhanna Orlova"]
    assert len(found.mine) == 6
    assert [line.name for line in found.to_find] == ["Cy Park"]


def test_bo_holds_the_seat_john_is_first_in_line_and_comes_as_a_guest() -> None:
    holding = SeatHolding.objects.get(group__handle="harbour-chapter", seat__profession__name="Plumber", until=None)
    asked = Application.objects.get(group__handle="harbour-chapter", state="waiting")
    assert (holding.member, asked.member, asked.profession.name) == (member("bo"), member("john"), "Plumber")
    assert GuestVisit.objects.filter(member=member("john"), state="admitted").count() == 2


def test_members_blogs_are_seen_without_any_asking() -> None:
    assert ShownArticle.objects.visible_to(member("cy")).filter(blog__link__member__handle="brigid").count() == 2
    assert not ShownBlog.objects.exclude(due_at=None).exists()
    on_blogs = [one for one in updates(member("ann"), now=cast.MORNING) if one.host]
    assert {one.reason for one in on_blogs} >= {"You follow #pricing."}


def test_eleven_vouches_are_shown_and_a_way_leads_to_zhanna_over_lars() -> None:
    assert Vouch.objects.visible_to(None).filter(about=member("ann"), skill="Pricing advice").count() == 11
    assert "lars" in [step.member.handle for step in ways_to(member("ann"), member("zhanna"))]


def test_two_who_share_a_name_wait_to_be_told_apart() -> None:
    book = Book.of(member("ann"))
    assert Person.objects.here().filter(book=book).count() == 412
    named = [Person.objects.in_bulk([asked.first, asked.second]).values() for asked in waiting(book, cast.MORNING)]
    assert sorted({person.name for pair in named for person in pair}) == ["Alex Kim", "John Adeyemi", "María García"]


def test_connections_are_packed_as_they_stand_and_all_deeds_are_read() -> None:
    packed = Neighbours.objects.get(member=member("ann")).packed
    standing = Connection.objects.filter(member=member("ann")).values_list("other", flat=True)
    assert sorted(others(packed)) == sorted(standing)
    assert not Reading.objects.exists()


@pytest.mark.parametrize("handle", ["ann", "bo", "cy", "mo"])
def test_everybody_has_something_to_do_today(handle: str) -> None:
    assert the_round(member(handle), on=TODAY, minutes=15, now=cast.MORNING).acts


def test_every_station_of_the_story_opens(client: Client) -> None:
    client.force_login(member("ann").account)
    found = stations(TODAY)
    assert len(found) > 20
    assert {path: client.get(path).status_code for _, path in found} == {path: 200 for _, path in found}
