"""A member's page: each part for whom it is meant, the same 404 for whoever is not to be seen."""

import json
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

import cast
from profiles.showing import FOR, VIEWERS, WORDS, bo, browser, connect, looking, show, words
from rapport.kit import panels as kit_panels
from rapport.kit.panels import panels
from rapport.members.audience import Audience
from rapport.members.blocking import block
from rapport.members.models import Member
from rapport.network.agree import agree
from rapport.network.models import Connection, ProfileView
from rapport.profiles.models import OfferedFile, Profile
from rapport.profiles.say import say

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("who", VIEWERS)
@pytest.mark.parametrize("audience", FOR)
def test_each_part_is_seen_by_those_it_is_for(audience: str, who: str) -> None:
    owner = bo(FOR[audience])
    client = looking(owner, who)
    page, card = words(client.get(owner.path)), words(client.get(f"{owner.path}card.vcf"))
    is_for_them = FOR[audience] <= VIEWERS[who]
    for part, text in WORDS.items():
        assert (text in page) == is_for_them, f"{part} for {audience}, seen by {who}"
    for part in ("business", "place", "expertise", "interests", "ways", "links"):
        assert (WORDS[part] in card) == is_for_them, f"{part} for {audience}, on the card of {who}"


@pytest.mark.parametrize("part", WORDS)
def test_one_part_may_be_for_fewer_than_the_others(part: str) -> None:
    owner = bo()
    if part == "files":
        OfferedFile.objects.update(audience=Audience.LIVING_ROOM)
    else:
        show(owner, part, Audience.LIVING_ROOM)
    page = words(browser(cast.ann()).get(owner.path))
    assert [other for other, text in WORDS.items() if text not in page] == [part]


def test_what_was_narrowed_is_gone_at_once_from_what_was_kept() -> None:
    owner = bo()
    client = browser(None)
    mark = client.get(owner.path)["ETag"]
    assert client.get(owner.path, HTTP_IF_NONE_MATCH=mark).status_code == 304
    show(owner, "about", Audience.MEMBERS)
    again = client.get(owner.path, HTTP_IF_NONE_MATCH=mark)
    assert again.status_code == 200
    assert WORDS["about"] not in words(again)
    assert again["Cache-Control"] == "no-cache"


def test_a_profile_for_members_is_not_there_for_others() -> None:
    owner = bo()
    say(member=owner, opens_for=Audience.MEMBERS)
    nobody = browser(None)
    gone = nobody.get("/members/nobody_here/")
    for path in ("", "card.vcf", "photo/", "files/1/"):
        assert nobody.get(owner.path + path).status_code == 404
    assert words(nobody.get(owner.path)) == words(gone)
    assert browser(cast.ann()).get(owner.path).status_code == 200


@pytest.mark.parametrize("why", ["suspended", "blocks", "is blocked", "unknown"])
def test_who_is_not_to_be_seen_is_as_if_not_there(why: str) -> None:
    owner, ann = bo(), cast.ann()
    if why == "suspended":
        owner.account.is_active = False
        owner.account.save()
    elif why == "blocks":
        block(by=owner, other=ann, now=cast.MORNING)
    elif why == "is blocked":
        block(by=ann, other=owner, now=cast.MORNING)
    path = "/members/no_such/" if why == "unknown" else owner.path
    answers = [browser(ann).get(path + more) for more in ("", "card.vcf", "photo/", "files/1/")]
    assert {answer.status_code for answer in answers} == {404}
    assert browser(ann).post(f"{path}keep/").status_code == 404


def test_a_member_who_never_said_anything_has_a_page_for_members_alone() -> None:
    cy = cast.cy()
    assert "Cy Park" in words(browser(cast.ann()).get(cy.path))
    assert browser(None).get(cy.path).status_code == 404
    assert not Profile.objects.exists()


def test_search_engines_come_by_consent_only() -> None:
    owner = bo()
    assert browser(None).get(owner.path)["X-Robots-Tag"] == "noindex"
    say(member=owner, may_be_indexed=True)
    page = browser(None).get(owner.path)
    assert "X-Robots-Tag" not in page
    assert "noindex" not in words(page)
    say(member=owner, opens_for=Audience.MEMBERS)
    assert browser(cast.ann()).get(owner.path)["X-Robots-Tag"] == "noindex"


def test_the_page_can_be_read_by_machines() -> None:
    owner = bo()
    page = words(browser(None).get(owner.path))
    for mark in ('class="h-card', "p-name", "p-note", "u-email", 'rel="canonical" href="http', "u-url u-uid"):
        assert mark in page
    told = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[0])
    person = told["mainEntity"]
    assert (person["name"], person["jobTitle"]) == ("Bo Lindqvist", WORDS["business"])
    assert person["sameAs"] == ["https://bo-lindqvist.example"]


@pytest.mark.parametrize("who", ["nobody", "near"])
def test_the_room_s_own_part_of_the_page_asks_the_database_little(who: str, monkeypatch: pytest.MonkeyPatch) -> None:
    owner = bo()
    own = tuple(panel for panel in panels("profile") if panel.template.startswith("profiles/"))
    monkeypatch.setattr(kit_panels, "panels", lambda page: own if page == "profile" else panels(page))
    client = looking(owner, who)
    client.get(owner.path)
    with CaptureQueriesContext(connection) as queries:
        client.get(owner.path)
    assert len(queries) <= 10, "\n".join(query["sql"][:120] for query in queries)


def test_a_connection_that_ends_sees_what_members_see() -> None:
    owner, ann = bo(Audience.CONNECTIONS), cast.ann()
    connect(owner, ann)
    client = browser(ann)
    assert WORDS["about"] in words(client.get(owner.path))
    Connection.objects.filter(member=owner).delete()
    assert WORDS["about"] not in words(client.get(owner.path))


def test_no_name_begins_a_line_of_its_own_on_the_card() -> None:
    owner = bo()
    Member.objects.filter(pk=owner.pk).update(name="Bo\r\nEMAIL:mallory@town.example\nEND:VCARD " + "ø" * 90)
    lines = browser(None).get(f"{owner.path}card.vcf").content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(line.startswith((b"EMAIL:mallory", b"END:VCARD ")) for line in lines)
    assert lines.count(b"END:VCARD") == 1


def test_looking_is_noted_where_both_agreed_to_it() -> None:
    ann, other = cast.ann(), cast.member("ben", "Ben Holm")
    for one in (ann, other):
        agree(member=one, is_suggested=True, is_named=True, looks="named", now=cast.MORNING)
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(other.account)
    client.get(ann.path, headers={"User-Agent": "Mozilla/5.0"})
    assert [(view.viewer, view.member) for view in ProfileView.objects.all()] == [(other, ann)]
