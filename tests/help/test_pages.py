"""Asking, answering and thanking, as one does it."""

import pytest
from django.test import Client

import cast
from groups.harbour import belongs, chapter
from rapport.groups.models import Group
from rapport.help.asking import ask
from rapport.help.models import Answer, Question, Thanks
from rapport.members.models import Member

pytestmark = pytest.mark.django_db
Members = dict[str, Member]
NASTY = '<script>alert(1)</script> [x](javascript:alert(1)) "><img src=x onerror=alert(1)>'


def client(members: Members, who: str) -> Client:
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(members[who].account)
    return client


def test_a_question_is_asked_answered_taken_thanked_and_kept(members: Members) -> None:
    bo, ann = client(members, "bo"), client(members, "ann")
    bo.post("/asks/new/", {"title": "Who prices well?", "whom": "all"})
    question = Question.objects.get()
    ann.post(f"{question.path}answers/", {"text": "I do."})
    answer = Answer.objects.get()
    bo.post(f"{question.path}taken/", {"answer": answer.pk})
    bo.post("/thanks/new/", {"to": "ann", "text": "It held.", "who": "public", "answer": answer.pk})
    bo.post(f"{question.path}resource/")
    assert "This helped" in ann.get(question.path).content.decode()
    assert "Who prices well?" in ann.get("/asks/?view=answered&q=prices").content.decode()
    assert "May everybody see it?" in ann.get("/thanks/").content.decode()
    ann.post(f"{Thanks.objects.get().path}showing/", {"answer": "yes"})
    assert "It held." in Client(HTTP_HOST="127.0.0.1").get(Thanks.objects.get().path).content.decode()


def test_only_who_asked_takes_keeps_and_withdraws(members: Members) -> None:
    question = ask(asker=members["bo"], title="Who?", text="", now=cast.MORNING)
    for act in ("taken", "withdrawal", "resource"):
        assert client(members, "mo").post(f"{question.path}{act}/").status_code == 404


def test_only_who_was_thanked_shows_thanks(members: Members) -> None:
    client(members, "bo").post("/thanks/new/", {"to": "ann", "text": "It held.", "who": "public"})
    for who in ("bo", "cy", "mo"):
        address = f"/thanks/{Thanks.objects.get().pk}/showing/"
        assert client(members, who).post(address, {"answer": "yes"}).status_code == 404


def test_a_closed_question_takes_no_more_answers(members: Members) -> None:
    question = ask(asker=members["bo"], title="Who?", text="", now=cast.MORNING)
    Question.objects.update(closed_at=cast.MORNING)
    client(members, "ann").post(f"{question.path}answers/", {"text": "Late."})
    assert not Answer.objects.exists()


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"title": "", "whom": "all"}, "required"),
        ({"title": "Who?", "whom": "few", "to": ""}, "at least one member"),
        ({"title": "Who?", "whom": "few", "to": "nobody_here"}, "Nobody here is called"),
        ({"title": "Who?", "whom": "few", "to": "ann, nobody_here"}, "called “nobody_here”"),
        ({"title": "Who?", "whom": "all", "is_anonymous": "on"}, "Only a group"),
        ({"title": "x" * 201, "whom": "all"}, "at most 200"),
    ],
)
def test_what_cannot_be_asked_is_said_plainly(members: Members, given: dict[str, str], says: str) -> None:
    answer = client(members, "bo").post("/asks/new/", given)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not Question.objects.exists()


def test_a_group_one_is_not_in_cannot_be_asked(members: Members, chapter: Group) -> None:
    answer = client(members, "cy").post("/asks/new/", {"title": "Who?", "whom": f"group:{chapter.pk}"})
    assert answer.status_code == 422


def test_what_is_written_is_shown_and_never_run(members: Members) -> None:
    bo = client(members, "bo")
    bo.post("/asks/new/", {"title": NASTY, "text": NASTY, "whom": "all"})
    question = Question.objects.get()
    client(members, "ann").post(f"{question.path}answers/", {"text": NASTY})
    for path in ("/asks/", question.path):
        page = bo.get(path).content.decode()
        assert "<script>alert" not in page
        assert "<img" not in page
        assert 'href="javascript:' not in page


def test_fifty_answers_cost_as_few_queries_as_one(members: Members, django_assert_max_num_queries: object) -> None:
    question = ask(asker=members["bo"], title="Who?", text="", now=cast.MORNING)
    Answer.objects.bulk_create(
        Answer(question=question, author=members["ann"], text=f"{n}", written_at=cast.MORNING) for n in range(50)
    )
    ann = client(members, "ann")
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        ann.get(question.path)
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        ann.get("/asks/")


def test_thanks_before_a_group_are_for_who_is_in_it(members: dict[str, Member]) -> None:
    group = chapter(members["bo"])
    given = {"to": "Ann Okafor", "text": "It held.", "who": f"group:{group.pk}"}
    page = client(members, "bo").post("/thanks/new/", given)
    assert page.status_code == 422
    assert "Ann Okafor is not in Harbour Chapter" in page.content.decode()
    assert "Harbour Chapter" not in client(members, "bo").get("/thanks/new/?to=ann").content.decode(), (
        "nor is it offered"
    )
    belongs(group, members["ann"])
    assert client(members, "bo").post("/thanks/new/", given).status_code == 302
    assert Thanks.objects.get().to == members["ann"]


@pytest.mark.parametrize("typed", ["ann cy", "@ann, cy", "Ann Okafor, Cy Park", "ann, Cy Park (@cy), cy,"])
def test_a_few_are_asked_by_their_names_or_handles(members: Members, typed: str) -> None:
    client(members, "bo").post("/asks/new/", {"title": "Who?", "whom": "few", "to": typed})
    assert set(Question.objects.get().chosen.values_list("member__handle", flat=True)) == {"ann", "cy"}
