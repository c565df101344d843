"""Every address of the product by everybody, against a list that says who gets what; and nobody changes another's."""

from typing import Any

import pytest
from django.db.models import Model
from django.test import Client

import cast
from offered import sendings
from rapport.calendars.keys import make_key as calendar_key
from rapport.feeds.keys import make_key
from rapport.groups.models import Membership
from rapport.hosting.suspending import suspend
from rapport.kit.holdings import holdings
from rapport.members.models import Member
from seen_by import VIEWERS, peopled, rows, said, table

pytestmark = pytest.mark.django_db
OWN_ACTS = ("/members/bo/block/", "/enter/")  # what parts two takes back what is between them
PARTING = ("/members/ann/block/", "/members/bo/block/", "/enter/", "/settings/leave/")
MAY = {
    "organiser": (*OWN_ACTS, "/groups/chapter/", "/events/1/", "/events/{event of chapter}/"),
    "host": (*OWN_ACTS, "/host/", "/professions/", "/groups/chapter/take-over/"),
}
SEARCHES = ("/members/", "/search/", "/asks/", "/talk/", "/groups/", "/events/", "/host/", "/known/")
LEADING = {"ann", "mo", "ora"}
# Counted beside what others say, not said by the author.
TOUCHED = {"talk.post": ("comments", "changed_at", "version")}


@pytest.fixture(autouse=True)
def _on_that_morning(settings: Any) -> None:
    settings.CLOCK_FIXED = cast.MORNING


def client_of(member: Member | None) -> Client:
    client = Client(HTTP_HOST="127.0.0.1")
    if member is not None:
        client.force_login(member.account)
    return client


def test_every_address_has_its_line_in_the_table() -> None:
    assert list(table()) == list(rows())


@pytest.mark.parametrize("who", VIEWERS)
def test_everybody_gets_what_the_table_says(who: str) -> None:
    viewers, numbers = peopled()
    client, column = client_of(viewers.get(who)), VIEWERS.index(who)
    expected = {address: answers[column] for address, answers in table().items()}
    found = {address: said(client, address.format_map(numbers)) for address in expected}
    assert found == expected


@pytest.mark.parametrize("who", VIEWERS)
def test_nobody_changes_what_is_another_s(who: str) -> None:
    """Whatever is sent to whatever address, with fields no form has: the rows of Ann and of Bo stay as they were."""
    viewers, numbers = peopled()
    client, before = client_of(viewers.get(who)), held_by("ann", "bo")
    for address in rows():
        if not address.startswith(MAY.get(who, OWN_ACTS)):
            status = client.post(address.format_map(numbers), hostile_form(viewers.get(who))).status_code
            assert status < 500, address
    after = held_by("ann", "bo")
    assert {row: values for row, values in before.items() if after.get(row) != values} == {}
    assert set(Member.objects.filter(is_host=True).values_list("handle", flat=True)) == {"mo", "hal"}
    assert set(Membership.objects.exclude(role="member").values_list("member__handle", flat=True)) == LEADING


def test_what_ann_s_own_forms_send_changes_nothing_of_hers_when_others_send_it() -> None:
    """Whole and well, as she would send it, and as the host she could be."""
    viewers, numbers = peopled()
    ann = client_of(Member.objects.get(handle="ann"))
    Member.objects.filter(handle="ann").update(is_host=True)
    found = [one for row in rows() for one in sendings(ann, row.format_map(numbers))]
    Member.objects.filter(handle="ann").update(is_host=False)
    once = {(one.action, tuple(one.values.items())): one for one in found if not one.action.startswith(PARTING)}
    assert len(once) > 100
    before = held_by("ann", "bo")
    for who in ("blocked", "stranger", "member"):
        client = client_of(viewers[who])
        assert [one for one in once.values() if client.post(one.action, one.values).status_code >= 500] == []
        after = held_by("ann", "bo")
        assert {row: values for row, values in before.items() if after.get(row) != values} == {}, who


def hostile_form(viewer: Member | None) -> dict[str, Any]:
    """What many forms ask, aimed at Ann's and Bo's; and what no form may ask at all."""
    own = viewer.pk if viewer else 1
    asked = {"answer": "yes", "do": "accept", "say": "no", "member": "ann", "to": "bo", "text": "x", "body": "x"}
    asked |= {"title": "x", "name": "x", "why": "x", "on": "2026-11-19", "audience": "0", "number": "1", "about": "x"}
    never = {"is_host": "1", "is_staff": "1", "role": "organiser", "owner": own, "author": own, "author_id": own}
    never |= {
        "made_by": own,
        "book": "1",
        "group_role": "organiser",
        "visibility": "0",
        "verified": "1",
        "is_shown": "1",
    }
    return {**asked, **never, "id": "1", "pk": "1", "state": "shown", "is_proved": "1", "newest": "999999"}


def held_by(*handles: str) -> dict[tuple[str, int], dict[str, Any]]:
    """Every row that belongs to these members, as the rooms declare them."""
    found = {}
    for holding in holdings():
        path = path_to_member(holding.model, holding.owner_path)
        if path:
            for row in holding.model._default_manager.filter(**{f"{path}__in": handles}).values():
                kept = {name: value for name, value in row.items() if name not in TOUCHED.get(holding.kind, ())}
                found[holding.kind, row[holding.model._meta.pk.attname]] = kept
    return found


def path_to_member(model: type[Model], path: str) -> str:
    """From the model to the handle of whose it is; empty where it is nobody's."""
    steps = [step for step in path.split("__") if step not in ("", "self")]
    there: Any = model
    for step in steps:
        there = there._meta.get_field(step).related_model
    last = {"member": ["handle"], "account": ["member", "handle"], "book": ["owner", "handle"]}
    return "__".join(steps + last[there._meta.model_name]) if path and there._meta.model_name in last else ""


@pytest.mark.parametrize("who", ["blocked", "ann"])
def test_two_parted_by_a_block_are_named_nowhere_to_each_other(who: str) -> None:
    viewers, numbers = peopled()
    others = ("Eve Quillby",) if who == "ann" else ("Ann Okafor", "Bo Wendelbury")
    client = client_of(viewers.get(who) or Member.objects.get(handle=who))
    assert named(client, numbers, others) == ({"/settings/blocks/"} if who == "ann" else set())


@pytest.mark.parametrize("who", ["nobody", "connected", "member", "organiser"])
def test_who_is_suspended_is_named_nowhere(who: str) -> None:
    viewers, numbers = peopled()
    bo, host = Member.objects.get(handle="bo"), viewers["host"]
    feed, calendar = make_key(member=bo, now=cast.MORNING), calendar_key(member=bo, now=cast.MORNING)
    before, theirs = client_of(viewers.get(who)), client_of(bo)
    suspend(member=bo, by=host, why="Spam.", now=cast.MORNING)
    assert named(before, numbers, ("Bo Wendelbury",)) == set()
    assert {theirs.get(path).status_code for path in ("/people/", "/threads/1/", "/settings/", "/profile/")} == {302}
    assert [before.get(path).status_code for path in (f"/feeds/mine/{feed}/", f"/calendars/{calendar}.ics")] == [
        404,
        404,
    ]


def named(client: Client, numbers: dict[str, str], names: tuple[str, ...]) -> set[str]:
    """The addresses that say one of these names; what the viewer typed themselves is not asked for."""
    words = [name.split()[1].encode() for name in names]
    asked = [*(row.format_map(numbers) for row in rows()), *(f"{page}?q={names[0][:3]}" for page in SEARCHES)]
    return {path for path in asked if any(word in client.get(path).content for word in words)}
