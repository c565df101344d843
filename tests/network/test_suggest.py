"""People suggested: with the reason, and never who is not to be."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import cast
from network.knitting import NOW, knit, member, three
from rapport.members.blocking import block, mute
from rapport.members.models import Member
from rapport.network import suggest
from rapport.network.agree import agree
from rapport.network.connect import ask, disconnect, ignore, withdraw
from rapport.network.follow import follow
from rapport.network.models import Openness
from rapport.network.not_this_one import not_this_one
from rapport.network.suggest import suggested
from rapport.network.voter import Voter

pytestmark = pytest.mark.django_db


@pytest.fixture
def town() -> dict[str, Member]:
    """Ann knows Bo, Lars and Inés; they know Cy, and Inés knows Omar as well."""
    ann, bo, cy = three()
    lars, ines, omar = member("lars", "Lars Holm"), member("ines", "Inés Peña"), member("omar", "Omar Aziz")
    knit((ann, bo), (ann, lars), (ann, ines), (bo, cy), (lars, cy), (ines, cy), (ines, omar))
    return {one.handle: one for one in (ann, bo, cy, lars, ines, omar)}


def to(viewer: Member, *, limit: int = 10, now: object = NOW) -> list[tuple[str, str]]:
    return [(one.member.handle, one.reason) for one in suggested(viewer, limit, now=now)]  # type: ignore[arg-type]


def handles(viewer: Member, now: object = NOW) -> list[str]:
    return [handle for handle, _ in to(viewer, now=now)]


def test_who_knows_most_of_one_s_own_comes_first_with_the_reason(town: dict[str, Member]) -> None:
    assert to(town["ann"]) == [
        ("cy", "3 people you both know, among them Bo Lindqvist."),
        ("omar", "You both know Inés Peña."),
    ]


def test_no_more_than_asked_for(town: dict[str, Member]) -> None:
    assert len(to(town["ann"], limit=1)) == 1


def closed(who: Member, *, is_suggested: bool = True, is_named: bool = True) -> None:
    agree(member=who, is_suggested=is_suggested, is_named=is_named, looks="off", now=NOW)


def suspended(who: Member) -> None:
    who.account.is_active = False
    who.account.save()


AWAY: dict[str, Callable[[Member, Member], object]] = {
    "blocked by the viewer": lambda ann, cy: block(by=ann, other=cy, now=NOW),
    "blocking the viewer": lambda ann, cy: block(by=cy, other=ann, now=NOW),
    "muted": lambda ann, cy: mute(by=ann, other=cy, now=NOW),
    "not wishing to be suggested": lambda ann, cy: closed(cy, is_suggested=False),
    "asked": lambda ann, cy: ask(by=ann, other=cy, now=NOW),
    "asking": lambda ann, cy: ask(by=cy, other=ann, now=NOW),
    "asked and taken back": lambda ann, cy: (ask(by=ann, other=cy, now=NOW), withdraw(by=ann, other=cy, now=NOW)),
    "ignored": lambda ann, cy: (ask(by=cy, other=ann, now=NOW), ignore(by=ann, asker=cy, now=NOW)),
    "connected": lambda ann, cy: knit((ann, cy)),
    "sent away": lambda ann, cy: not_this_one(by=ann, other=cy, for_good=False, now=NOW),
    "suspended": lambda ann, cy: suspended(cy),
}


@pytest.mark.parametrize("how", AWAY)
@pytest.mark.parametrize("is_followed", [False, True])
def test_never_who_is(town: dict[str, Member], how: str, is_followed: bool) -> None:
    ann, cy = town["ann"], town["cy"]
    if is_followed:
        follow(by=ann, other=cy, now=NOW)
        follow(by=cy, other=ann, now=NOW)
    AWAY[how](ann, cy)
    assert handles(ann) == ["omar"]


def test_not_this_one_holds_for_ninety_days_or_for_good(town: dict[str, Member]) -> None:
    ann, later = town["ann"], NOW + timedelta(days=91)
    not_this_one(by=ann, other=town["cy"], for_good=False, now=NOW)
    not_this_one(by=ann, other=town["omar"], for_good=True, now=NOW)
    assert (handles(ann), handles(ann, later)) == ([], ["cy"])


def test_who_does_not_want_to_be_named_neither_counts_nor_leads(town: dict[str, Member]) -> None:
    for who in ("bo", "ines"):
        closed(town[who], is_named=False)
    assert to(town["ann"]) == [("cy", "You both know Lars Holm.")]


def test_who_is_suspended_is_not_named(town: dict[str, Member]) -> None:
    suspended(town["bo"])
    assert to(town["ann"])[0] == ("cy", "You both know Inés Peña and Lars Holm.")


def test_those_further_off_say_so() -> None:
    ann, bo, cy = three()
    dee = member("dee", "Dee Ngata")
    knit((ann, bo), (bo, cy), (cy, dee))
    assert to(ann)[1] == ("dee", "People whom your connections know are connected with them.")


def test_an_ended_connection_leads_nowhere(town: dict[str, Member]) -> None:
    disconnect(by=town["ann"], other=town["ines"], now=NOW)
    assert handles(town["ann"]) == ["cy"]
    assert "ann" not in handles(town["ines"])


def test_those_who_follow_each_other_come_before_those_who_do_not() -> None:
    ann, bo, cy = three()
    follow(by=ann, other=bo, now=NOW)
    follow(by=ann, other=cy, now=NOW + timedelta(minutes=1))
    follow(by=bo, other=ann, now=NOW)
    assert to(ann) == [("bo", "You follow each other."), ("cy", "You follow what they write.")]
    assert to(cy) == [("ann", "They follow what you write.")]


def test_on_a_hub_of_three_the_new_ones_are_suggested() -> None:
    ann, bo, cy = three()
    for one in (bo, cy):
        one.account.joined_at = NOW - timedelta(days=2)
        one.account.save()
    assert to(ann) == [("cy", "Came here on Tuesday."), ("bo", "Came here on Tuesday.")]
    closed(bo, is_suggested=False)
    assert handles(ann) == ["cy"]


def test_other_rooms_judge_as_well_and_nobody_without_a_reason_is_shown(
    town: dict[str, Member], monkeypatch: pytest.MonkeyPatch
) -> None:
    dee, eve = member("dee", "Dee Ngata"), member("eve", "Eve Roth")
    says = {dee.pk: "You are both in the Harbour Chapter.", eve.pk: ""}
    voter = Voter("groups", lambda viewer: [dee.pk, eve.pk], lambda viewer, other: says[other.pk])
    monkeypatch.setattr(suggest, "voters", lambda: (voter,))
    assert ("dee", "You are both in the Harbour Chapter.") in to(town["ann"])
    assert "eve" not in handles(town["ann"])


def test_suggestions_know_nothing_of_books(town: dict[str, Member]) -> None:
    before = to(town["ann"])
    for name in ("Omar Aziz", "Dee Ngata"):
        cast.known(town["ann"], name)
    with CaptureQueriesContext(connection) as asked:
        assert to(town["ann"]) == before
    assert [query for query in asked.captured_queries if "people_" in query["sql"]] == []
    assert len(asked) <= 16


def test_consent_is_the_default_and_written_only_when_chosen(town: dict[str, Member]) -> None:
    handles(town["ann"])
    assert not Openness.objects.exists()
    assert Openness.of(town["ann"]).is_suggested
