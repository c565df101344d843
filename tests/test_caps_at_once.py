"""What one may do so often and no more holds for many requests in the same moment too, on both databases."""

from pathlib import Path

import pytest
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.test import Client

import cast
from racing import hub_on_disk, race
from rapport.help.asking import A_DAY, TooManyError, ask
from rapport.help.models import Question
from rapport.mailroom import tray
from rapport.mailroom.models import Waiting
from rapport.members.joining import WAITING, ClosedError, ask_to_come_in
from rapport.members.models import Hub, JoinRequest
from rapport.profiles import looking
from rapport.profiles.models import ProfileLink

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 6


def test_questions_of_a_day(tmp_path: Path) -> None:
    ann = cast.ann()
    for number in range(A_DAY - 1):
        Question.objects.create(asker=ann, title=f"{number}", text="", asked_at=cast.MORNING)
    with hub_on_disk(tmp_path) as enter:
        acts = [lambda n=n: ask(asker=ann, title=f"More {n}", text="", now=cast.MORNING) for n in range(AT_ONCE)]
        said = race(acts, enter)
        assert sum(isinstance(one, TooManyError) for one in said) == AT_ONCE - 1
        assert Question.objects.count() == A_DAY


def test_requests_to_come_in(tmp_path: Path) -> None:
    Hub.objects.update_or_create(pk=1, defaults={"joining": "request", "settled_at": cast.MORNING})
    JoinRequest.objects.bulk_create(
        JoinRequest(name="x", email=f"{n}@far.example", asked_at=cast.MORNING) for n in range(WAITING - 1)
    )
    with hub_on_disk(tmp_path) as enter:
        told = [{"name": "Bo", "email": f"bo{n}@far.example", "why": "", "now": cast.MORNING} for n in range(AT_ONCE)]
        said = race([lambda one=one: ask_to_come_in(**one) for one in told], enter)
        assert sum(isinstance(one, ClosedError) for one in said) == AT_ONCE - 1
        assert JoinRequest.objects.count() == WAITING


def test_mails_to_one_address(tmp_path: Path, settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.EMAIL_BACKEND, settings.MAIL_SERVER = "rapport.mailroom.tray.TrayBackend", ""
    monkeypatch.setattr(tray, "A_DAY", 1)
    with hub_on_disk(tmp_path) as enter:
        race([lambda: EmailMessage("x", "x", None, ["bo@far.example"]).send()] * AT_ONCE, enter)
        assert Waiting.objects.count() == 1


def test_looks_at_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ann = cast.ann()
    links = [ProfileLink.objects.create(member=ann, url=f"https://{n}.example/", key=f"{n}") for n in range(AT_ONCE)]
    monkeypatch.setattr(looking, "LOOKS_A_DAY", 1)
    with hub_on_disk(tmp_path) as enter:
        cache.clear()  # no test's cleaning up empties that
        said = race([lambda one=one: looking.look_soon(one) for one in links], enter)
        assert sorted(said) == [False] * (AT_ONCE - 1) + [True]


def test_a_link_to_a_new_password_is_used_once(tmp_path: Path, settings) -> None:
    account = cast.ann().account
    path = f"/enter/password/reset/key/{user_pk_to_url_str(account)}-"
    key = default_token_generator.make_token(account)
    with hub_on_disk(tmp_path) as enter:
        clients = [Client(HTTP_HOST="127.0.0.1") for _ in range(2)]
        for client in clients:
            client.get(f"{path}{key}/")
        words = ["the first long phrase", "the other long phrase"]
        acts = [
            lambda client=client, word=word: client.post(f"{path}set-password/", {"password1": word, "password2": word})
            for client, word in zip(clients, words, strict=True)
        ]
        answers = race(acts, enter)
        account.refresh_from_db()
        used = [at for at, answer in enumerate(answers) if answer.headers.get("Location", "").endswith("/done/")]
        assert len(used) == 1
        assert account.check_password(words[used[0]])
        late = clients[1 - used[0]].get(f"{path}set-password/").content.decode()
        assert "already been used" in late
