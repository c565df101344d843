"""Once somebody is suspended, nothing goes to them nor in their name: a test for each door."""

from typing import Any

import pytest
from django.core import mail
from django.test import Client

import cast
from calendars.mailing import methods, work
from events.gathering import answers, evening, event, says
from introductions.asked import three
from rapport.calendars.keys import make_key as calendar_key
from rapport.events.calling_off import call_off
from rapport.events.models import Event
from rapport.feeds.keys import make_key, make_notices_key
from rapport.groups.joining import invitation_for
from rapport.groups.models import Group, GroupInvitation, Membership
from rapport.help.thanking import letter, thank, thank_by_mail
from rapport.hosting.suspending import readmit, suspend
from rapport.introductions.answering import asked_by
from rapport.introductions.asking import ask_by_mail
from rapport.journal.work import read_all
from rapport.mailroom.models import Waiting
from rapport.mailroom.send import carry_out, send
from rapport.members.invite import accept, invite, open_invitation
from rapport.members.models import Hub, Member
from rapport.network.connect import accept as accept_connection
from rapport.network.connect import ask
from rapport.notices.mail import mail_to, mail_what_is_new
from rapport.notices.models import Notice
from rapport.notices.stopping import hear_by
from rapport.rounds.morning import due, mail_one
from rapport.talk.refused import RefusedError
from rapport.threads.messaging import write_to
from rapport.threads.models import Message
from rapport.threads.reading import standing

pytestmark = pytest.mark.django_db
NOW = cast.MORNING
Members = dict[str, Member]


@pytest.fixture(autouse=True)
def _this_morning(settings: Any) -> None:
    settings.CLOCK_FIXED = NOW
    settings.EMAIL_BACKEND = "rapport.mailroom.tray.TrayBackend"


@pytest.fixture
def members() -> Members:
    return cast.all_four()


def out(members: Members, who: str = "bo") -> Member:
    """They are suspended; as whoever asks the database from now on knows them."""
    suspend(member=members[who], by=members["mo"], why="Spam.", now=NOW)
    found: Member = Member.objects.select_related("account").get(handle=who)
    return found


def client_of(member: Member | None) -> Client:
    client = Client(HTTP_HOST="127.0.0.1")
    if member is not None:
        client.force_login(member.account)
    return client


@pytest.mark.parametrize("way", ["at_once", "daily", "weekly"])
def test_notices_are_mailed_neither_to_them_nor_of_them(members: Members, way: str) -> None:
    ann, bo = members["ann"], members["bo"]
    for one in (ann, bo):
        hear_by(one, way)
    thank(by=bo, to=ann, text="For the key.", now=NOW)
    thank(by=ann, to=bo, text="For the boiler.", now=NOW)
    read_all()
    bo = out(members)
    at = NOW.replace(hour=10)
    assert not mail_to(bo, now=at)
    assert not mail_to(ann, now=at)
    mail_what_is_new.call({})
    assert not Waiting.objects.exists()


def test_what_they_did_just_before_is_told_to_nobody(members: Members) -> None:
    thank(by=members["bo"], to=members["ann"], text="For the key.", now=NOW)
    out(members)
    read_all()
    assert not Notice.objects.exists()


def test_the_morning_mail_does_not_go(members: Members) -> None:
    Member.objects.filter(handle="bo").update(mail_hour=0)
    bo = out(members)
    assert bo not in list(due(NOW))
    mail_one.call({"member": bo.pk})
    assert not Waiting.objects.exists()


def test_dates_go_into_no_calendar_of_theirs_and_theirs_are_taken_out_of_others_once(members: Members) -> None:
    ann, bo = members["ann"], members["bo"]
    says(evening(members["mo"]), bo)
    says(event(bo, title="Bo’s own").dates.get(), ann)
    work()
    out(members)
    call_off(event=Event.objects.get(made_by=members["mo"]), by=members["mo"], now=NOW)
    call_off(event=Event.objects.get(made_by=bo), by=bo, now=NOW)
    work()
    assert (methods(bo), methods(ann)) == (["REQUEST"], ["REQUEST", "CANCEL"])


def test_their_place_goes_to_the_next_in_line_and_does_not_come_back(members: Members) -> None:
    ann, bo, cy = members["ann"], members["bo"], members["cy"]
    full, wide = evening(members["mo"], capacity=1), evening(members["mo"])
    for one in (bo, cy, ann):
        says(full, one)
    says(wide, bo)
    work()
    out(members)
    assert answers(full) == {"cy": "offered", "ann": "waiting"}
    assert answers(wide) == {}
    readmit(member=bo, by=members["mo"], now=NOW)
    work()
    assert answers(full) == {"cy": "offered", "ann": "waiting"}
    assert methods(bo) == ["REQUEST", "REQUEST", "CANCEL", "CANCEL"], "their calendar is told once they are back"


def test_who_waited_loses_their_place_in_line(members: Members) -> None:
    full = evening(members["mo"], capacity=1)
    for one in ("ann", "bo", "cy"):
        says(full, members[one])
    out(members)
    says(full, members["ann"], "no")
    assert answers(full) == {"ann": "no", "cy": "offered"}


def test_letters_in_their_name_that_are_still_on_their_way_do_not_go(members: Members, settings: Any) -> None:
    settings.MAIL_SERVER = "django.core.mail.backends.locmem.EmailBackend"
    bo = members["bo"]
    thank_by_mail(by=bo, name="Dee", address="dee@out.example", text="For the tip.", now=NOW)
    send(to=bo.account, subject="Good morning", body="x", kind="morning", now=NOW)
    send(to=members["ann"].account, subject="Good morning", body="x", kind="morning", now=NOW)
    out(members)
    for waiting in list(Waiting.objects.values_list("pk", flat=True)):
        carry_out.call({"mail": waiting})
    assert [(one.to, one.subject) for one in mail.outbox] == [(["ann@town.example"], "Good morning")]
    assert not Waiting.objects.exists()


def test_a_letter_of_thanks_that_has_arrived_opens_nothing(members: Members) -> None:
    thank_by_mail(by=members["bo"], name="Dee", address="dee@out.example", text="For the tip.", now=NOW)
    word = Waiting.objects.get().body.split("/thanks/letters/")[1].split("/")[0]
    assert letter(word) is not None
    out(members)
    assert letter(word) is None
    assert client_of(None).get(f"/thanks/letters/{word}/").status_code == 404


def test_introductions_they_asked_by_mail_wait_for_nothing_more(settings: Any) -> None:
    settings.MAIL_SERVER = "django.core.mail.backends.locmem.EmailBackend"
    asked, mo = three(), cast.mo()
    ask_by_mail(asked.introduction, address="bo@out.example", words="May I?", now=NOW)
    waiting = Waiting.objects.get()
    word = waiting.body.split("/introductions/answers/")[1].split("/")[0]
    assert asked_by(word) is not None
    suspend(member=asked.ann, by=mo, why="Spam.", now=NOW)
    carry_out.call({"mail": waiting.pk})
    assert mail.outbox == []
    assert asked_by(word) is None
    assert client_of(None).post(f"/introductions/answers/{word}/", {"answer": "yes"}).status_code == 404


def test_invitations_they_made_let_nobody_in_until_they_are_back(members: Members) -> None:
    Hub.objects.update_or_create(pk=1, defaults={"invitations_a_week": 5})
    word = invite(by=members["bo"], now=NOW)
    opened = open_invitation(word, NOW)
    assert opened is not None
    out(members)
    assert open_invitation(word, NOW) is None
    who = {"email": "dee@out.example", "password": cast.PASSWORD, "handle": "dee", "name": "Dee"}
    assert accept(opened, now=NOW, **who) is None
    assert client_of(None).get(f"/invitations/{word}/").status_code == 404
    readmit(member=members["bo"], by=members["mo"], now=NOW)
    assert open_invitation(word, NOW) is not None


def test_invitations_into_a_group_hold_no_longer(members: Members) -> None:
    group = Group.objects.create(handle="chapter", name="Chapter", door="invitation")
    Membership.objects.create(group=group, member=members["bo"], role="organiser", joined_at=NOW)
    GroupInvitation.objects.create(group=group, member=members["ann"], by=members["bo"], made_at=NOW)
    assert invitation_for(members["ann"], group, NOW) is not None
    out(members)
    assert invitation_for(members["ann"], group, NOW) is None


def test_nobody_writes_to_them_and_their_first_words_are_not_taken_up(members: Members) -> None:
    ann, bo = members["ann"], members["bo"]
    said = write_to(other=ann, by=bo, body="May I?", now=NOW)
    bo = out(members)
    read_all()
    assert not Notice.objects.filter(member=ann).exists()
    found = standing(ann, said.thread_id)
    assert found is not None
    assert (found.other, found.may_write) == (None, False)
    with pytest.raises(RefusedError):
        write_to(other=bo, by=ann, body="Gladly.", now=NOW)
    assert client_of(ann).post(f"/threads/{said.thread_id}/", {"body": "Gladly."}).status_code == 200
    assert Message.objects.count() == 1


def test_what_they_asked_to_connect_cannot_be_accepted(members: Members) -> None:
    ask(by=members["bo"], other=members["ann"], now=NOW)
    bo = out(members)
    with pytest.raises(Member.DoesNotExist):
        accept_connection(by=members["ann"], asker=bo, now=NOW)


def test_open_pages_feeds_and_calendars_are_shut(members: Members) -> None:
    bo = members["bo"]
    page, nobody = client_of(bo), client_of(None)
    keys = [
        f"/feeds/mine/{make_key(member=bo, now=NOW)}/",
        f"/feeds/notices/{make_notices_key(member=bo, now=NOW)}/",
        f"/calendars/{calendar_key(member=bo, now=NOW)}.ics",
        f"/calendars/{calendar_key(member=bo, now=NOW)}.ics?group=x",
    ]
    said = write_to(other=members["ann"], by=bo, body="May I?", now=NOW)
    live = ["/notices/fresh/?mark=0", f"/threads/{said.thread_id}/messages/?mark=0", "/"]
    assert {page.get(path).status_code for path in live} <= {200, 204}
    out(members)
    assert [page.get(path).status_code for path in live[:2]] == [302, 302]
    assert "Bo Lindqvist" not in page.get("/").content.decode().partition("<main")[2].partition("</main>")[0]
    assert {nobody.get(path).status_code for path in keys} == {404}
    assert page.post(f"/threads/{said.thread_id}/", {"body": "Still here."}).status_code == 302
    assert Message.objects.count() == 1


def test_no_mail_opens_the_door_to_them_again(members: Members, settings: Any) -> None:
    out(members)
    stranger = client_of(None)
    stranger.post("/enter/password/reset/", {"email": "bo@town.example"})
    assert not Waiting.objects.filter(address="bo@town.example").exists()
