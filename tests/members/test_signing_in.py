"""Signing in: guessing is slowed, owners are not locked out, and sessions change hands with every step."""

import pytest
from allauth.account.models import EmailAddress
from allauth.core.context import request_context
from django.core.cache import cache
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

import cast
from rapport.mailroom.models import Waiting
from rapport.members.backend import TRIED
from rapport.members.codes import CodeForm
from rapport.members.models import Account, Member

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh(settings) -> Member:
    settings.EMAIL_BACKEND = "rapport.mailroom.tray.TrayBackend"
    cache.clear()
    return cast.ann()


def sign_in(client: Client, password: str = cast.PASSWORD, email: str = "ann@town.example", **headers: str):
    return client.post("/enter/login/", {"login": email, "password": password}, **headers)


def somebody() -> Client:
    return Client(HTTP_HOST="127.0.0.1")


def test_ann_signs_in_with_a_new_session_and_out_again() -> None:
    client = somebody()
    client.get("/enter/login/")
    assert sign_in(client).status_code == 302
    first = client.cookies["sessionid"]
    assert first["httponly"]
    assert first["samesite"] == "Lax"
    key = first.value
    client.post("/enter/logout/")
    client.cookies["sessionid"] = key
    assert client.get("/settings/").status_code == 302


def test_unknown_and_known_addresses_are_refused_alike() -> None:
    pages = [sign_in(somebody(), "wrong", email).content.decode() for email in ("ann@town.example", "no@town.example")]
    assert pages[0].replace("ann@", "no@").split("csrfmiddlewaretoken")[0] == pages[1].split("csrfmiddlewaretoken")[0]
    assert "are not correct" in pages[0]


def eve_with(email: str) -> Account:
    """Another member, who says that this address is hers."""
    account = cast.member("eve", "Eve").account
    account.set_password("known to Eve alone")
    account.email = email
    account.save()
    return account


ADDRESSES = ("ann@town.example", "nobody@town.example")


@pytest.mark.parametrize("email", ADDRESSES)
def test_who_takes_another_s_address_does_not_learn_by_signing_in_whether_they_are_here(
    fresh: Member, email: str
) -> None:
    EmailAddress.objects.create(user=fresh.account, email="ann@town.example", verified=True)
    eve_with(email)
    assert sign_in(somebody(), "known to Eve alone", email).status_code == 302


@pytest.mark.parametrize("email", ADDRESSES)
@pytest.mark.parametrize("is_taken", [True, False])
def test_nor_by_how_long_it_takes(monkeypatch: pytest.MonkeyPatch, email: str, is_taken: bool) -> None:
    if is_taken:
        eve_with(email)
    looked_at: list[str] = []
    for name in ("check_password", "set_password"):
        monkeypatch.setattr(Account, name, lambda _, password: looked_at.append(password))
    assert sign_in(somebody(), "wrong", email).status_code == 200
    assert looked_at == ["wrong"] * TRIED


@pytest.mark.parametrize("is_taken", [True, False])
def test_a_code_opens_no_account_of_whoever_took_the_address(fresh: Member, is_taken: bool) -> None:
    if is_taken:
        eve_with("ann@town.example")
    form = CodeForm({"email": "ann@town.example"})
    with request_context(RequestFactory().get("/")):
        assert form.is_valid()
    assert form._user == (None if is_taken else fresh.account)  # noqa: SLF001 - allauth's


@pytest.mark.parametrize("email", ["ann@town.example", "nobody@town.example"])
def test_too_many_wrong_passwords_are_answered_429(email: str) -> None:
    answers = [sign_in(somebody(), "wrong", email) for _ in range(7)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429] * 2
    assert answers[-1].headers["Retry-After"] == "300"


def test_many_accounts_from_one_place_are_slowed_too() -> None:
    answers = [sign_in(somebody(), "wrong", f"{number}@town.example").status_code for number in range(40)]
    assert answers.count(429) == 10


def test_who_is_refused_for_the_place_leaves_no_trace_of_the_addresses_tried() -> None:
    """The table of what is counted holds so many rows; who filled it would make it forget what others were refused."""
    for number in range(40):
        sign_in(somebody(), "wrong", f"{number}@town.example")
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM kit_cache WHERE cache_key LIKE '%%login_failed%%'", [])
        assert cursor.fetchone()[0] == 30


def test_a_forged_forwarding_header_changes_nothing() -> None:
    answers = [
        sign_in(somebody(), "wrong", f"{number}@town.example", HTTP_X_FORWARDED_FOR=f"10.0.0.{number}").status_code
        for number in range(40)
    ]
    assert answers.count(429) == 10


def test_ann_s_own_device_is_not_locked_out() -> None:
    own = somebody()
    sign_in(own)
    own.post("/enter/logout/")
    for _ in range(10):
        sign_in(somebody(), "wrong")
    assert sign_in(somebody()).status_code == 429
    assert sign_in(own).status_code == 302


def test_a_forged_device_is_none() -> None:
    forged = somebody()
    forged.cookies["device"] = "1:abc:forged"
    answers = [sign_in(forged, "wrong").status_code for _ in range(6)]
    assert answers[-1] == 429


def test_a_changed_password_ends_the_other_sessions() -> None:
    here, there = somebody(), somebody()
    sign_in(here)
    sign_in(there)
    changed = {"oldpassword": cast.PASSWORD, "password1": "a wholly new phrase", "password2": "a wholly new phrase"}
    assert here.post("/enter/password/change/", changed).status_code == 302
    assert there.get("/settings/").status_code == 302
    assert sign_in(somebody(), "a wholly new phrase").status_code == 302


@pytest.mark.parametrize("onward", ["//evil.example", "/\\evil.example", "https:evil.example", "/\t/evil.example"])
def test_nobody_is_led_elsewhere(onward: str) -> None:
    answer = somebody().post(
        "/enter/login/?next=x", {"login": "ann@town.example", "password": cast.PASSWORD, "next": onward}
    )
    assert "evil" not in answer.headers["Location"].removeprefix("/")[:1] + answer.headers["Location"].split("?")[0]


def test_a_forgotten_password_is_answered_alike_and_mailed_to_ann_only() -> None:
    known, unknown = (
        somebody().post("/enter/password/reset/", {"email": f"{name}@town.example"}) for name in ("ann", "nobody")
    )
    assert (known.status_code, known.headers["Location"]) == (unknown.status_code, unknown.headers["Location"])
    assert [mail.address for mail in Waiting.objects.all()] == ["ann@town.example"]


@pytest.mark.parametrize("name", ["ann", "nobody"])
def test_a_mail_is_written_for_whoever_forgot_so_that_none_is_answered_sooner(name: str) -> None:
    with CaptureQueriesContext(connection) as asked:
        somebody().post("/enter/password/reset/", {"email": f"{name}@town.example"})
    assert [query for query in asked if query["sql"].startswith('INSERT INTO "mailroom_waiting"')]


def test_the_link_in_a_mail_leads_to_the_hub_whatever_host_was_asked(settings) -> None:
    settings.BASE_URL, settings.ALLOWED_HOSTS = "https://hub.example", ["*"]
    Client(HTTP_HOST="evil.example").post("/enter/password/reset/", {"email": "ann@town.example"})
    mail = Waiting.objects.get()
    assert "https://hub.example/enter/password/reset/key/" in mail.body
    assert "evil" not in mail.body + mail.subject


def test_a_reset_link_works_once() -> None:
    somebody().post("/enter/password/reset/", {"email": "ann@town.example"})
    link = next(word for word in Waiting.objects.get().body.split() if "/key/" in word)
    path = link[link.index("/enter/") :]
    client = somebody()
    form = client.get(path).headers["Location"]
    new = {"password1": "a wholly new phrase", "password2": "a wholly new phrase"}
    assert client.post(form, new).status_code == 302
    assert "password1" not in somebody().get(path, follow=True).content.decode()


@pytest.mark.parametrize(("stood", "onward"), [("http://127.0.0.1/talk/?show=all", "/talk/%3Fshow%3Dall"), ("", "/")])
def test_a_form_that_comes_too_late_leads_back_to_its_page(stood: str, onward: str) -> None:
    answer = Client(HTTP_HOST="127.0.0.1").post("/notices/seen/", {}, headers={"Referer": stood} if stood else {})
    assert answer.headers["Location"] == f"/enter/login/?next={onward}"


def test_who_is_suspended_reads_why_they_cannot_come_in(fresh: Member) -> None:
    fresh.account.is_active = False
    fresh.account.save()
    client = Client(HTTP_HOST="127.0.0.1")
    given = {"login": "ann@town.example", "password": cast.PASSWORD}
    page = client.post("/enter/login/", given, follow=True).content.decode()
    assert "closed to you for now" in page
    wrong = client.post("/enter/login/", given | {"password": "not this one at all"}, follow=True).content.decode()
    assert "closed to you" not in wrong, "only who knows the password learns it"
