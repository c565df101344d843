"""The host removes what was reported: with a reason that those concerned hear and everybody can read."""

import pytest
from django.test import Client

import cast
from calendars.mailing import methods, work
from events.gathering import evening, says
from groups.harbour import body, chapter, deeds, signed_in
from rapport.events.models import Event
from rapport.groups.closing import may_reopen, reopen
from rapport.groups.findable import GROUPS
from rapport.groups.models import Group
from rapport.groups.refused import Refused
from rapport.hosting.models import AuditLine, Report
from rapport.hosting.removing import RefusedError, remove
from rapport.hosting.reporting import report
from rapport.journal.models import Deed
from rapport.journal.work import read_all
from rapport.members.models import Member
from rapport.notices.models import Notice
from rapport.notices.saying import said
from rapport.profiles.models import Offer, Portrait, Profile
from rapport.profiles.say import say, say_lines
from rapport.talk.commenting import comment
from rapport.talk.models import Comment, Post
from rapport.talk.posting import Wording, write

pytestmark = pytest.mark.django_db
Members = dict[str, Member]
WHY = "It names a customer."


@pytest.fixture
def members(settings: object) -> Members:
    settings.CLOCK_FIXED = cast.MORNING  # type: ignore[attr-defined]
    settings.EMAIL_BACKEND = "rapport.mailroom.tray.TrayBackend"  # type: ignore[attr-defined]
    return cast.all_four()


def reported(members: Members, subject: str) -> str:
    assert report(by=members["ann"], subject=subject, why="Look.", now=cast.MORNING) is not None
    return subject


def removed(members: Members, subject: str, part: str = "", why: str = WHY) -> None:
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(members["mo"].account)
    told = {"about": reported(members, subject), "answer": "removed", "why": why, "part": part}
    assert client.post("/host/reports/settled/", told).status_code == 302


def heard(member: Member) -> list[str]:
    read_all()
    return [one.says for one in said(member, list(Notice.objects.of(member).select_related("deed__actor")))]


def test_a_post_is_gone_and_its_author_hears_why(members: Members) -> None:
    post = write(author=members["bo"], wording=Wording("Mrs Penn pays late."), now=cast.MORNING)
    removed(members, f"post:{post.pk}")
    assert not Post.objects.exists()
    assert heard(members["bo"]) == [f"The host removed a post: {WHY}"]
    assert heard(members["cy"]) == []
    line = AuditLine.objects.get()
    assert (line.act, line.kind, line.why) == ("removed", "post", WHY)
    assert Report.objects.get().state == "settled"
    page = body(members["cy"], "/about/what-the-host-did/")
    assert WHY in page
    assert "Bo Lindqvist" not in page


def test_of_a_comment_a_place_stays_and_what_answered_it(members: Members) -> None:
    post = write(author=members["ann"], wording=Wording("Good morning."), now=cast.MORNING)
    rude = comment(post=post, author=members["bo"], body="Rubbish.", now=cast.MORNING)
    comment(post=post, author=members["cy"], body="I think not.", parent=rude, now=cast.MORNING)
    removed(members, f"comment:{rude.pk}")
    page = body(members["cy"], post.path)
    assert "removed by the host" in page
    assert "I think not." in page
    assert "Rubbish." not in page
    assert f"The host removed a comment: {WHY}" in heard(members["bo"])
    assert Comment.objects.filter(removed_by="host").count() == 1


def test_an_event_is_gone_and_who_answered_hears_it_as_does_who_made_it(members: Members) -> None:
    date = evening(members["bo"])
    says(date, members["cy"])
    work()
    removed(members, f"event:{date.event_id}")
    assert not Event.objects.exists()
    assert methods(members["cy"]) == ["REQUEST", "CANCEL"]
    assert deeds("host.remove") == [("mo", ["bo", "cy"])]
    assert heard(members["cy"]) == [f"The host removed an event: {WHY}"]
    assert not Deed.objects.filter(subject__startswith="event:").exists()


def test_a_group_is_closed_for_good_and_its_members_alone_see_it(members: Members) -> None:
    group = chapter(members["bo"], led_by=members["cy"], about="Buy now.")
    GROUPS.settle([group.pk])
    bo = signed_in(members["bo"])
    assert bo.get("/search/?q=buy").headers["Location"] == group.path
    removed(members, "group:chapter")
    group = Group.objects.get()
    assert not may_reopen(group, cast.MORNING)
    with pytest.raises(Refused):
        reopen(by=members["cy"], group=group, now=cast.MORNING)
    assert body(members["ann"], group.path) == ""
    assert "Buy now." not in body(members["bo"], group.path)
    assert bo.get("/search/?q=buy").status_code == 200  # nothing found to go to
    assert heard(members["bo"]) == [f"The host removed a group: {WHY}"]


@pytest.mark.parametrize("part", ["about", "offers", "photo"])
def test_one_part_of_a_profile_is_removed_and_the_rest_stays(members: Members, part: str) -> None:
    bo = members["bo"]
    say(member=bo, business="Plumber", about="I sell.")
    say_lines(member=bo, model=Offer, texts=["Pipes"], audience=1)
    Portrait.objects.create(member=bo, picture=b"x", mark="x")
    removed(members, "member:bo", part)
    profile = Profile.of(bo)
    left = {"about": profile.about, "offers": Offer.objects.exists(), "photo": Portrait.objects.exists()}
    assert [name for name, value in left.items() if not value] == [part]
    assert profile.business == "Plumber"
    assert heard(bo)[0].startswith("The host removed a p")


def test_without_a_reason_or_an_open_report_nothing_is_removed(members: Members) -> None:
    post = write(author=members["bo"], wording=Wording("Mrs Penn pays late."), now=cast.MORNING)
    subject = f"post:{post.pk}"
    with pytest.raises(RefusedError):
        remove(subject=subject, host=members["mo"], why=WHY, now=cast.MORNING)
    removed(members, subject, why="  ")
    for bad in ("member:bo", "message:1", "post:999", "post:x", "nothing:1"):
        with pytest.raises(RefusedError):
            remove(subject=bad, host=members["mo"], why=WHY, now=cast.MORNING)
    assert Post.objects.exists()
    assert not AuditLine.objects.exists()


def test_a_profile_loses_no_part_that_is_none(members: Members) -> None:
    reported(members, "member:bo")
    for part in ("", "opens_for", "name"):
        with pytest.raises(RefusedError):
            remove(subject="member:bo", host=members["mo"], why=WHY, part=part, now=cast.MORNING)


def test_only_the_host_may(members: Members) -> None:
    post = write(author=members["bo"], wording=Wording("Mrs Penn pays late."), now=cast.MORNING)
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(members["ann"].account)
    told = {"about": reported(members, f"post:{post.pk}"), "answer": "removed", "why": WHY}
    assert client.post("/host/reports/settled/", told).status_code == 404
    assert Post.objects.exists()
