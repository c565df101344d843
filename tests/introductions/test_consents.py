"""Ann asks Bo, then Brigid, each for themselves; with the second yes they meet, and a no leaves no trace."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

import cast
from introductions.asked import Three, three
from rapport.introductions.answering import answer, let_questions_expire
from rapport.introductions.asking import A_DAY, NotHereError, TooManyError, ask_by_mail, ask_here
from rapport.introductions.models import Acquaintance, Consent, Introduction
from rapport.introductions.steps import StepError, move, step_back
from rapport.journal.models import Deed
from rapport.journal.work import read_all
from rapport.mailroom.models import Waiting
from rapport.members.blocking import block
from rapport.members.models import Account, Member
from rapport.notices.models import Notice
from rapport.people.models import Link
from rapport.threads.models import Thread
from rapport.ties.models import Interaction

pytestmark = pytest.mark.django_db
LATER = cast.MORNING + timedelta(days=31)


@pytest.fixture
def all_three() -> Three:
    return three()


def ask(introduction: Introduction) -> Consent:
    introduction.refresh_from_db()
    return ask_here(introduction, words="May I?", now=cast.MORNING)


def state(introduction: Introduction) -> str:
    introduction.refresh_from_db()
    return introduction.state


def told(member: Member) -> list[str]:
    read_all()
    return [notice.deed.verb for notice in Notice.objects.filter(member=member).order_by("pk")]


def test_two_yeses_open_one_thread(all_three: Three) -> None:
    answer(ask(all_three.introduction), "yes", now=cast.MORNING)
    assert state(all_three.introduction) == "first_agreed"
    assert told(all_three.brigid) == []
    answer(ask(all_three.introduction), "yes", now=cast.MORNING)
    assert state(all_three.introduction) == "made"
    assert told(all_three.ann) == ["introduce.agree", "introduce.agree"]
    assert told(all_three.brigid) == ["introduce.ask", "introduce"]
    thread = Thread.objects.visible_to(all_three.bo).get()
    assert thread.messages.get().author == all_three.ann
    assert not Thread.objects.visible_to(all_three.ann).exists(), "the rest is theirs"
    bo = Client(HTTP_HOST="127.0.0.1")
    bo.force_login(all_three.bo.account)
    assert thread.path in bo.get(Consent.objects.get(asked=all_three.bo).path).content.decode()
    assert Interaction.objects.filter(kind="introduction", book__owner=all_three.ann).count() == 2


def test_a_no_of_the_first_leaves_the_second_without_a_trace(all_three: Three) -> None:
    answer(ask(all_three.introduction), "no", now=cast.MORNING)
    assert state(all_three.introduction) == "declined"
    assert told(all_three.brigid) == []
    assert not Consent.objects.filter(asked=all_three.brigid).exists()
    with pytest.raises(StepError):
        ask(all_three.introduction)


def test_nobody_says_yes_for_somebody_who_was_asked_here(all_three: Three) -> None:
    ask(all_three.introduction)
    ann = Client(HTTP_HOST="127.0.0.1")
    ann.force_login(all_three.ann.account)
    page = ann.get(all_three.introduction.path).content.decode()
    assert "was asked here" in page
    assert 'value="first_agreed"' not in page
    ann.post(f"{all_three.introduction.path}step/", {"to": "first_agreed"})
    assert state(all_three.introduction) == "first_asked"
    assert Consent.objects.get(asked=all_three.bo).state == "open"


@pytest.mark.parametrize("said", ["no", "acquainted"])
def test_a_no_that_somebody_gave_themselves_stands(all_three: Three, said: str) -> None:
    answer(ask(all_three.introduction), said, now=cast.MORNING)
    all_three.introduction.refresh_from_db()
    ann = Client(HTTP_HOST="127.0.0.1")
    ann.force_login(all_three.ann.account)
    assert "Take back" not in ann.get(all_three.introduction.path).content.decode()
    ann.post(f"{all_three.introduction.path}back/")
    assert state(all_three.introduction) == "declined"


def test_those_who_know_each_other_are_written_down_as_such(all_three: Three) -> None:
    answer(ask(all_three.introduction), "acquainted", now=cast.MORNING)
    assert state(all_three.introduction) == "declined"
    assert Acquaintance.objects.count() == 1


def test_an_answer_is_given_once(all_three: Three) -> None:
    consent = ask(all_three.introduction)
    for said in ("yes", "no"):
        answer(consent, said, now=cast.MORNING)
    assert state(all_three.introduction) == "first_agreed"


def test_two_who_were_brought_together_here_stay_so(all_three: Three) -> None:
    for _ in range(2):
        answer(ask(all_three.introduction), "yes", now=cast.MORNING)
    all_three.introduction.refresh_from_db()
    ann = Client(HTTP_HOST="127.0.0.1")
    ann.force_login(all_three.ann.account)
    assert "Take back" not in ann.get(all_three.introduction.path).content.decode()
    ann.post(f"{all_three.introduction.path}back/")
    assert state(all_three.introduction) == "made"


def test_who_was_brought_together_by_hand_reads_so(all_three: Three) -> None:
    for _ in range(2):
        consent = ask(all_three.introduction)
        Link.objects.filter(member=all_three.bo).delete()
        answer(consent, "yes", now=cast.MORNING)
    all_three.introduction.refresh_from_db()
    move(all_three.introduction, "made", now=cast.MORNING)
    brigid = Client(HTTP_HOST="127.0.0.1")
    brigid.force_login(all_three.brigid.account)
    assert "has brought you together" in brigid.get(consent.path).content.decode()
    step_back(all_three.introduction, now=cast.MORNING)
    assert state(all_three.introduction) == "agreed", "what was written down by hand can be taken back"


def test_a_step_taken_back_takes_the_question_back(all_three: Three) -> None:
    consent = ask(all_three.introduction)
    told(all_three.bo)
    step_back(all_three.introduction, now=cast.MORNING)
    assert not Consent.objects.filter(pk=consent.pk).exists()
    assert told(all_three.bo) == []


def test_what_is_asked_here_is_one_touch_in_the_book(all_three: Three) -> None:
    answer(ask(all_three.introduction), "yes", now=cast.MORNING)
    read_all()
    assert list(Interaction.objects.order_by("pk").values_list("channel", flat=True)) == ["hub", "hub"]


@pytest.mark.parametrize("blocking", ["bo", "brigid"])
def test_two_who_have_blocked_each_other_are_never_brought_together_and_ann_learns_nothing(
    all_three: Three, blocking: str
) -> None:
    pair = {"bo": all_three.bo, "brigid": all_three.brigid}
    by, other = pair.pop(blocking), next(iter(pair.values()))
    block(by=by, other=other, now=cast.MORNING)
    ask(all_three.introduction)
    assert state(all_three.introduction) == "first_asked"
    assert not Consent.objects.visible_to(all_three.bo).exists()
    assert told(all_three.bo) == ["introduce.ask"]
    assert not _said(all_three.bo)


def _said(member: Member) -> list[Any]:
    from rapport.notices.saying import said  # noqa: PLC0415

    return said(member, list(Notice.objects.of(member).select_related("deed__actor")))


def test_who_blocks_ann_is_not_asked_any_more(all_three: Three) -> None:
    ask(all_three.introduction)
    block(by=all_three.bo, other=all_three.ann, now=cast.MORNING)
    assert not Consent.objects.visible_to(all_three.bo).exists()
    assert not Deed.objects.filter(verb="introduce.ask").exists()


def test_a_question_that_nobody_answers_expires(all_three: Three, monkeypatch: pytest.MonkeyPatch) -> None:
    consent = ask(all_three.introduction)
    monkeypatch.setattr("rapport.kit.clock.now", lambda: LATER)
    let_questions_expire.call({})
    answer(consent, "yes", now=LATER)
    assert state(all_three.introduction) == "first_asked"


def test_who_is_not_linked_cannot_be_asked_here(all_three: Three) -> None:
    Link.objects.all().delete()
    with pytest.raises(NotHereError):
        ask(all_three.introduction)


def test_a_day_has_room_for_twenty_questions(all_three: Three) -> None:
    consent = ask(all_three.introduction)
    Consent.objects.filter(pk=consent.pk).update(state="agreed")
    row = {"introduction": all_three.introduction, "introducer": all_three.ann, "side": "first", "words": "?"}
    for _ in range(A_DAY):
        Consent.objects.create(**row, state="agreed", asked_at=cast.MORNING)
    move(all_three.introduction, "first_agreed", now=cast.MORNING)
    with pytest.raises(TooManyError):
        ask(all_three.introduction)


def test_somebody_outside_answers_by_the_link_in_a_mail(all_three: Three, settings: Any) -> None:
    settings.EMAIL_BACKEND = "rapport.mailroom.tray.TrayBackend"
    accounts = Account.objects.count()
    ask_by_mail(all_three.introduction, address="bo@far.example", words="May I?", now=cast.MORNING)
    path = re.search(r"/introductions/answers/\S+", Waiting.objects.get().body)
    assert path is not None
    outside, ann = Client(HTTP_HOST="127.0.0.1"), Client(HTTP_HOST="127.0.0.1")
    ann.force_login(all_three.ann.account)
    assert "The link to answer by went to them" in ann.get(all_three.introduction.path).content.decode()
    assert "May I?" in outside.get(path[0]).content.decode()
    outside.post(path[0], {"answer": "yes"})
    assert state(all_three.introduction) == "first_agreed"
    assert told(all_three.ann) == ["introduce.agree_by_mail"]
    assert [one.path for one in _said(all_three.ann)] == [all_three.introduction.path]
    assert Account.objects.count() == accounts


def test_asked_by_hand_on_the_pages(all_three: Three) -> None:
    ann, bo = Client(HTTP_HOST="127.0.0.1"), Client(HTTP_HOST="127.0.0.1")
    ann.force_login(all_three.ann.account)
    bo.force_login(all_three.bo.account)
    one = all_three.introduction
    ann.post(f"{one.path}step/", {"to": "first_asked", "through": "here", "words": "Dear Bo, may I?"})
    consent = Consent.objects.get()
    assert "May Ann Okafor introduce you?" in bo.get("/today/beside/").content.decode()
    page = bo.get(consent.path).content.decode()
    assert "Dear Bo, may I?" in page
    assert "Brigid" not in page
    bo.post(consent.path, {"answer": "yes"})
    assert "would like it" in ann.get(one.path).content.decode()
    assert ann.get(consent.path).status_code == 404, "the question is Bo's"
