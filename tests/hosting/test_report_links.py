"""Whatever another wrote has a quiet way to the host beside it; one's own has none, and a name not given stays so."""

import re

import pytest
from django.test import Client

import cast
from fullhub import full_hub
from rapport.events.models import Event
from rapport.groups.models import Group
from rapport.help.asking import ask
from rapport.hosting.models import Report
from rapport.hosting.reportable import kinds, reported
from rapport.hosting.reporting import report
from rapport.members.blocking import block
from rapport.members.models import Member
from rapport.threads.messaging import write_to
from rapport.trust.models import Testimonial
from rapport.trust.vouching import show

pytestmark = pytest.mark.django_db
PAGES = (
    "/posts/1/",
    "/threads/1/",
    "/members/bo/",
    "/members/ann/",
    "/asks/1/",
    "/groups/chapter/",
    "/events/1/",
    "/thanks/1/",
)


@pytest.fixture
def members() -> dict[str, Member]:
    members = cast.all_four()
    full_hub(members)
    show(Testimonial.objects.get(), is_shown=True)
    members["dee"] = cast.member("dee", "Dee Walsh")
    return members


def links(member: Member | None) -> set[str]:
    client = Client(HTTP_HOST="127.0.0.1")
    if member is not None:
        client.force_login(member.account)
    pages = [client.get(page).content.decode() for page in PAGES]
    return {about for page in pages for about in re.findall(r"/report/\?about=(\w+:\w+)", page)}


def test_everything_reportable_has_its_link_and_every_link_leads_somewhere(members: dict[str, Member]) -> None:
    found = links(members["dee"]) | links(members["bo"]) | links(members["ann"])
    assert {one.partition(":")[0] for one in found} == kinds()
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(members["dee"].account)
    assert {client.get(f"/report/?about={one}").status_code for one in links(members["dee"])} == {200}


def test_one_s_own_words_have_none(members: dict[str, Member]) -> None:
    assert {"post:1", "member:bo", "question:1", "vouch:1", "testimonial:1"}.isdisjoint(links(members["bo"]))
    assert {"comment:1", "member:ann", "answer:1", "message:1"}.isdisjoint(links(members["ann"]))


def test_who_is_not_signed_in_is_offered_nothing(members: dict[str, Member]) -> None:
    assert links(None) == set()


def test_who_asked_without_a_name_is_not_named_by_a_report(members: dict[str, Member]) -> None:
    group = Group.objects.get(handle="chapter")
    asked = ask(asker=members["bo"], title="Who owes me?", text="", group=group, is_anonymous=True, now=cast.MORNING)
    seen = reported(members["ann"], f"question:{asked.pk}")
    assert seen is not None
    assert seen.author is None
    report(by=members["ann"], subject=f"question:{asked.pk}", why="Rude.", now=cast.MORNING)
    assert Report.objects.get(subject=f"question:{asked.pk}").about is None


def test_a_hidden_group_and_its_event_are_reported_by_their_members_alone(members: dict[str, Member]) -> None:
    Group.objects.update(is_hidden=True)
    event = Event.objects.get(group__handle="chapter")
    for subject in ("group:chapter", f"event:{event.pk}"):
        assert reported(members["ann"], subject) is not None
        assert reported(members["dee"], subject) is None


def test_by_reporting_nobody_reads_or_is_told_who_blocked_them(members: dict[str, Member]) -> None:
    wrote = write_to(other=members["bo"], by=members["ann"], body="Friday, then.", now=cast.MORNING)
    block(by=members["ann"], other=members["dee"], now=cast.MORNING)
    block(by=members["ann"], other=members["bo"], now=cast.MORNING)
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(members["dee"].account)
    assert [client.get(f"/report/?about={one}:1").status_code for one in ("answer", "comment", "vouch")] == [404] * 3
    client.force_login(members["bo"].account)
    page = client.get(f"/report/?about=message:{wrote.pk}").content.decode()
    assert "Friday, then." in page
    assert "Okafor" not in page
