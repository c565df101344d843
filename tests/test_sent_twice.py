"""A form that is sent twice is one act, in the same moment too; the same words from a page asked for anew are not."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.db.models import Model
from django.test import Client

import cast
from racing import hub_on_disk, race
from rapport.events.models import Event
from rapport.help.models import Answer, Question, Thanks
from rapport.ledger.models import Favour, Promise
from rapport.members.invite import TooManyInvitationsError, invite
from rapport.members.leave import leave
from rapport.members.models import Hub, Invitation, Member
from rapport.people.models import Person
from rapport.talk.models import Comment, Post
from rapport.threads.models import Message
from rapport.ties.models import Interaction

EVENING = {"title": "An evening", "mode": "rooms", "on": "2030-11-27", "at": "18:00", "ends_at": "19:00", "zone": "UTC"}
FORMS: list[tuple[type[Model], str, dict[str, str]]] = [
    (Post, "/talk/write/", {"body": "Hello", "audience": "1"}),
    (Comment, "/posts/{post}/comments/", {"body": "Well"}),
    (Message, "/threads/to/bo/", {"body": "Hello"}),
    (Thanks, "/thanks/new/", {"to": "bo", "text": "Thank you", "who": "private"}),
    (Question, "/asks/new/", {"title": "Who?", "text": "Who knows?", "whom": "all"}),
    (Answer, "/asks/{question}/answers/", {"text": "I do"}),
    (Event, "/events/new/", EVENING | {"audience": "members"}),
    (Person, "/add/", {"line": "Somebody New"}),
    (Promise, "/people/1/promises/", {"line": "Send the book"}),
    (Favour, "/people/1/favours/", {"line": "Lent the book"}),
    (Interaction, "/people/1/touches/", {"how": "wrote"}),
    (Invitation, "/invite/", {}),
]


@pytest.fixture
def ann(db: None) -> Member:
    made, bo = cast.ann(), cast.bo()
    cast.known(made, "Bo Lindqvist")
    Hub.objects.update_or_create(pk=1, defaults={"invitations_a_week": 9})
    Post.objects.create(author=bo, body="Hello", audience=1, written_at=cast.MORNING, published_at=cast.MORNING)
    Question.objects.create(asker=bo, title="Who?", text="Who?", asked_at=cast.MORNING)
    return made


def browser(member: Member) -> Client:
    client = Client(HTTP_HOST="127.0.0.1", enforce_csrf_checks=True)
    client.force_login(member.account)
    return client


def token(client: Client) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', client.get("/settings/").content.decode())
    assert found is not None
    return found[1]


def numbered(address: str) -> str:
    post, question = Post.objects.first(), Question.objects.first()
    return address.format(post=post and post.pk, question=question and question.pk)


@pytest.mark.parametrize(("made", "address", "words"), FORMS, ids=[one[0].__name__ for one in FORMS])
def test_twice_is_once(ann: Member, made: Any, address: str, words: dict[str, str]) -> None:
    client, before = browser(ann), made.objects.count()
    form = words | {"csrfmiddlewaretoken": token(client)}
    first, second = (client.post(numbered(address), form) for _ in range(2))
    assert (first.status_code, first.headers["Location"]) == (302, second.headers["Location"])
    assert made.objects.count() == before + 1


def test_a_page_asked_for_anew_sends_another_one(ann: Member) -> None:
    client = browser(ann)
    for _ in range(2):
        client.post("/people/1/promises/", {"line": "Call", "csrfmiddlewaretoken": token(client)})
    assert Promise.objects.count() == 2


def test_a_form_with_a_mistake_in_it_may_be_sent_again(ann: Member) -> None:
    client = browser(ann)
    form = {"title": "Who?", "text": "", "whom": "group:9", "csrfmiddlewaretoken": token(client)}
    assert [client.post("/asks/new/", form).status_code for _ in range(2)] == [422, 422]
    assert client.post("/asks/new/", form | {"whom": "all"}).status_code == 302


def test_nobody_is_led_by_what_another_sent(ann: Member) -> None:
    one, other = browser(ann), browser(cast.cy())
    form = {"body": "Hello", "audience": "1", "csrfmiddlewaretoken": token(one)}
    other.cookies["csrftoken"] = one.cookies["csrftoken"].value
    places = [client.post("/talk/write/", form).headers["Location"] for client in (one, other)]
    assert len(set(places)) == 2


def test_of_who_leaves_no_address_is_kept(ann: Member) -> None:
    client = browser(ann)
    form = {"title": "A title of mine", "body": "Hello", "audience": "1", "csrfmiddlewaretoken": token(client)}
    assert "a-title-of-mine" in client.post("/talk/write/", form).headers["Location"]
    leave(ann, now=cast.MORNING)
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM kit_cache WHERE cache_key LIKE '%%once%%'", [])
        assert cursor.fetchone()[0] == 0


@pytest.mark.django_db(transaction=True)
def test_twice_in_the_same_moment_is_once(ann: Member, tmp_path: Path) -> None:
    with hub_on_disk(tmp_path) as enter:
        client = browser(ann)
        form = {"to": "bo", "text": "Thank you", "who": "private", "csrfmiddlewaretoken": token(client)}
        again = browser(ann)
        again.cookies = client.cookies
        answers = race([lambda one=one: one.post("/thanks/new/", form) for one in (client, again)], enter)
        assert [answer.status_code for answer in answers] == [302, 302]
        assert Thanks.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_several_invitations_in_the_same_moment_are_counted(ann: Member, tmp_path: Path) -> None:
    Hub.objects.update_or_create(pk=1, defaults={"invitations_a_week": 1})
    with hub_on_disk(tmp_path) as enter:
        made = race([lambda: invite(by=ann, now=cast.MORNING)] * 4, enter)
        assert sum(isinstance(one, TooManyInvitationsError) for one in made) == 3
        assert Invitation.objects.count() == 1
