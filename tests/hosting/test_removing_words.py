"""Whatever members say of or to one another can be removed by the host: from the page, the search and the deeds."""

import pytest

import cast
from groups.harbour import body, chapter, signed_in
from hosting.test_removing import WHY, Members, heard, removed
from rapport.help.answering import answer
from rapport.help.asking import ask, take
from rapport.help.models import Answer, Question, Thanks
from rapport.help.thanking import show as show_thanks
from rapport.help.thanking import thank
from rapport.hosting.models import AuditLine, Report
from rapport.hosting.removing import RefusedError, remove
from rapport.journal.models import Deed
from rapport.members.audience import Audience
from rapport.members.removable import removables
from rapport.network.models import Connection
from rapport.profiles.say import say
from rapport.threads.messaging import write_to
from rapport.threads.models import Message
from rapport.trust.models import Testimonial, Vouch
from rapport.trust.vouching import show, testify, vouch

pytestmark = pytest.mark.django_db


@pytest.fixture
def members(settings: object) -> Members:
    settings.CLOCK_FIXED = cast.MORNING  # type: ignore[attr-defined]
    members = cast.all_four()
    for one, other in (("bo", "ann"), ("ann", "bo"), ("bo", "cy"), ("cy", "bo")):
        Connection.objects.create(member=members[one], other=members[other], since=cast.MORNING)
    say(member=members["cy"], opens_for=Audience.EVERYONE)
    return members


def test_of_two_who_write_the_host_reads_and_removes_the_one_message_reported(members: Members) -> None:
    rude = write_to(other=members["ann"], by=members["bo"], body="You fool.", now=cast.MORNING)
    write_to(other=members["ann"], by=members["bo"], body="I mean it.", now=cast.MORNING)
    removed(members, f"message:{rude.pk}")
    assert Report.objects.get().said == "You fool."
    for one in ("ann", "bo"):
        page = body(members[one], f"/threads/{rude.thread_id}/")
        assert "removed by the host" in page
        assert "You fool." not in page
        assert "I mean it." in page
    assert heard(members["bo"]) == [f"The host removed a message: {WHY}"]
    assert body(members["mo"], f"/threads/{rude.thread_id}/") == ""
    assert AuditLine.objects.get().kind == "message"
    assert Message.objects.filter(body="You fool.").count() == 0


def test_a_question_is_gone_with_its_answers_and_all_who_wrote_hear_it(members: Members) -> None:
    asked = ask(asker=members["bo"], title="Who cheats?", text="Names, please.", now=cast.MORNING)
    answer(asked, author=members["cy"], text="Penn does.", now=cast.MORNING)
    ann = signed_in(members["ann"])
    assert ann.get("/search/?q=cheats").headers["Location"] == asked.path
    removed(members, f"question:{asked.pk}")
    assert ann.get("/search/?q=cheats").status_code == 200  # nothing found to go to
    assert body(members["ann"], asked.path) == ""
    assert heard(members["bo"]) == heard(members["cy"]) == [f"The host removed a question: {WHY}"]
    assert not Deed.objects.filter(subject__startswith="question:").exists()
    assert not Answer.objects.exists()


def test_who_asked_without_a_name_hears_it_and_stays_without_one(members: Members) -> None:
    group = chapter(members["ann"], members["bo"], members["cy"])
    asked = ask(asker=members["bo"], title="Rude?", text="", group=group, is_anonymous=True, now=cast.MORNING)
    removed(members, f"question:{asked.pk}")
    assert heard(members["bo"]) == [f"The host removed a question: {WHY}"]
    assert heard(members["ann"]) == []
    assert "Bo Lindqvist" not in body(members["mo"], "/host/reports/")
    assert "Bo Lindqvist" not in body(members["ann"], "/about/what-the-host-did/")


def test_an_answer_is_gone_and_the_question_stays_open_to_others(members: Members) -> None:
    asked = ask(asker=members["cy"], title="Who prints?", text="", now=cast.MORNING)
    rude = answer(asked, author=members["bo"], text="Look it up.", now=cast.MORNING)
    take(asked, rude, now=cast.MORNING)
    removed(members, f"answer:{rude.pk}")
    assert "Look it up." not in body(members["cy"], asked.path)
    assert Question.objects.get().taken is None
    assert heard(members["bo"]) == [f"The host removed an answer: {WHY}"]
    assert set(Deed.objects.filter(subject=f"question:{asked.pk}").values_list("verb", flat=True)) <= {"ask"}


def test_thanks_before_all_are_gone_and_both_hear_it(members: Members) -> None:
    given = thank(by=members["bo"], to=members["cy"], text="She pays.", audience="public", now=cast.MORNING)
    show_thanks(given)
    assert "She pays." in body(None, "/members/cy/")
    removed(members, f"thanks:{given.pk}")
    assert "She pays." not in body(None, "/members/cy/")
    assert not Thanks.objects.exists()
    assert heard(members["bo"]) == heard(members["cy"]) == [f"The host removed thanks: {WHY}"]


@pytest.mark.parametrize("kind", ["vouch", "testimonial"])
def test_what_stands_on_a_profile_is_gone_and_both_hear_it(members: Members, kind: str) -> None:
    bo, cy = members["bo"], members["cy"]
    if kind == "vouch":
        word = vouch(by=bo, about=cy, skill="Pipes", how="Cheap and nasty.", now=cast.MORNING)
    else:
        word = testify(by=bo, about=cy, context="as a client", text="Cheap and nasty.", now=cast.MORNING)
    show(word, is_shown=True)
    assert "Cheap and nasty." in body(members["ann"], "/members/cy/")
    assert body(None, "/members/cy/")
    removed(members, f"{kind}:{word.pk}")
    assert "Cheap and nasty." not in body(members["ann"], "/members/cy/")
    assert "Cheap and nasty." not in body(None, "/members/cy/")
    assert not Vouch.objects.exists()
    assert not Testimonial.objects.exists()
    assert heard(bo) == heard(cy) == [f"The host removed a {kind}: {WHY}"]


def test_what_was_removed_is_not_removed_twice(members: Members) -> None:
    rude = write_to(other=members["ann"], by=members["bo"], body="You fool.", now=cast.MORNING)
    removed(members, f"message:{rude.pk}")
    Report.objects.update(state="open")
    with pytest.raises(RefusedError):
        remove(subject=f"message:{rude.pk}", host=members["mo"], why=WHY, now=cast.MORNING)
    assert AuditLine.objects.count() == 1
    assert {"post", "comment", "message", "question", "answer", "vouch", "testimonial", "thanks"} < set(removables())
