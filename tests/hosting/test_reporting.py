"""A report shows the host what was reported, and nothing more; what the host does, everybody can read."""

import pytest
from django.test import Client

import cast
from rapport.hosting.models import AuditLine, Report
from rapport.hosting.reportable import reported
from rapport.hosting.reporting import A_DAY, TooManyError, matters, report, settle
from rapport.journal.models import Deed
from rapport.journal.work import read_all
from rapport.members.audience import Audience
from rapport.members.blocking import block
from rapport.members.models import Member
from rapport.notices.models import Notice
from rapport.talk.posting import Wording, write
from rapport.threads.messaging import write_to

pytestmark = pytest.mark.django_db
Members = dict[str, Member]
SECRET, RUDE = "the first line, between us", "the second, which is rude"


@pytest.fixture
def members() -> Members:
    return cast.all_four()


def client(members: Members, who: str) -> Client:
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(members[who].account)
    return client


def told(members: Members, subject: str, who: str = "ann", why: str = "It is rude.") -> Report | None:
    return report(by=members[who], subject=subject, why=why, now=cast.MORNING)


def test_of_a_conversation_the_host_sees_the_message_that_was_reported_alone(members: Members) -> None:
    write_to(other=members["bo"], by=members["ann"], body=SECRET, now=cast.MORNING)
    rude = write_to(other=members["ann"], by=members["bo"], body=RUDE, now=cast.MORNING)
    assert told(members, f"message:{rude.pk}") is not None
    page = client(members, "mo").get("/host/reports/").content.decode()
    assert RUDE in page
    assert SECRET not in page


def test_nobody_reports_what_they_cannot_see(members: Members) -> None:
    message = write_to(other=members["bo"], by=members["ann"], body=SECRET, now=cast.MORNING)
    assert told(members, f"message:{message.pk}", "cy") is None
    block(by=members["bo"], other=members["ann"], now=cast.MORNING)
    for subject in ("member:bo", "member:nobody", "book:1", "post:x", "post:999999", ""):
        assert told(members, subject) is None
    assert client(members, "cy").get(f"/report/?about=message:{message.pk}").status_code == 404


def test_one_thing_has_one_name_and_is_one_matter(members: Members) -> None:
    post = write(author=members["bo"], wording=Wording(RUDE, "", Audience.MEMBERS), now=cast.MORNING)
    for name in (f"0{post.pk}", f"+{post.pk}", "\u0661" if post.pk == 1 else "\u0662", "9" * 40):
        assert told(members, f"post:{name}") is None
    assert told(members, f"post:{post.pk}") is not None


def test_a_report_keeps_what_was_said_though_it_is_changed_afterwards(members: Members) -> None:
    post = write(author=members["bo"], wording=Wording(RUDE, "", Audience.MEMBERS), now=cast.MORNING)
    told(members, f"post:{post.pk}")
    post.delete()
    assert matters()[0].first.said == RUDE
    assert reported(members["ann"], f"post:{post.pk}") is None


def test_hosts_hear_once_of_what_waits_for_them_and_nobody_else_does(members: Members) -> None:
    for who in ("ann", "cy"):
        told(members, "member:bo", who)
    read_all()
    assert list(Notice.objects.values_list("member__handle", "deed__verb")) == [("mo", "host.report")]
    assert Deed.objects.get(verb="host.report").actor is None, "who told is not named"
    for who, is_told in (("mo", True), ("bo", False), ("ann", False)):
        assert ("Waits for the host" in client(members, who).get("/today/beside/").content.decode()) is is_told
    assert "/host/reports/" in client(members, "mo").get("/notices/").content.decode()
    settle(subject="member:bo", host=members["mo"], is_dismissed=True, why="", now=cast.MORNING)
    assert "was reported" not in client(members, "mo").get("/notices/").content.decode()


def test_many_reports_of_one_thing_are_one_matter(members: Members) -> None:
    for who in ("ann", "cy", "mo"):
        told(members, "member:bo", who)
    told(members, "member:bo", "ann", "And again.")
    assert [len(matter.reports) for matter in matters()] == [3]


def test_a_day_has_room_for_twenty_reports(members: Members) -> None:
    for number in range(A_DAY):
        cast.member(f"m{number}", f"M {number}")
        told(members, f"member:m{number}")
    with pytest.raises(TooManyError):
        told(members, "member:bo")


def test_what_the_host_did_stands_where_all_can_read_it_without_names(members: Members) -> None:
    told(members, "member:bo")
    client(members, "mo").post("/host/reports/settled/", {"about": "member:bo", "why": "Talked it over."})
    page = client(members, "cy").get("/about/what-the-host-did/").content.decode()
    assert "Talked it over." in page
    assert "@bo" not in page
    assert "Bo Lindqvist" not in page.partition("<main")[2].partition("</main>")[0]
    assert matters() == []


def test_a_matter_is_settled_once(members: Members) -> None:
    told(members, "member:bo")
    for _ in range(2):
        settle(subject="member:bo", host=members["mo"], is_dismissed=True, why="", now=cast.MORNING)
    assert AuditLine.objects.count() == 1


@pytest.mark.parametrize(
    "path", ["/host/reports/", "/host/objections/", "/host/suspensions/", "/host/suspensions/bo/", "/host/starting/"]
)
def test_looking_after_the_place_is_the_host_s(members: Members, path: str) -> None:
    assert client(members, "ann").get(path).status_code == 404
    assert client(members, "mo").get(path).status_code == 200


def test_reporting_by_hand(members: Members) -> None:
    ann = client(members, "ann")
    assert "Bo Lindqvist" in ann.get("/report/?about=member:bo").content.decode()
    assert ann.post("/report/", {"about": "member:bo", "why": ""}).status_code == 422
    answer = ann.post("/report/", {"about": "member:bo", "why": "Spam.", "next": "/members/bo/"})
    assert answer.headers["Location"] == "/members/bo/"
    assert Report.objects.get().why == "Spam."
