"""With a second factor on, the password alone opens nothing, and no code opens twice."""

import pytest
from allauth.mfa.totp.internal import auth
from django.core.cache import cache
from django.test import Client

import cast
from rapport.members.models import Member

pytestmark = pytest.mark.django_db
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture
def ann(settings) -> Member:
    settings.EMAIL_BACKEND = "rapport.mailroom.tray.TrayBackend"
    settings.MFA_TOTP_TOLERANCE = 1  # so that a minute may turn between making a code and using it
    cache.clear()
    ann = cast.ann()
    auth.TOTP.activate(ann.account, SECRET)
    return ann


def code() -> str:
    present = sorted(auth.yield_hotp_counters_from_time())[1]
    return auth.format_hotp_value(auth.hotp_value(SECRET, present))


def half_way() -> Client:
    client = Client(HTTP_HOST="127.0.0.1")
    answer = client.post("/enter/login/", {"login": "ann@town.example", "password": cast.PASSWORD})
    assert answer.headers["Location"].startswith("/enter/2fa/authenticate/")
    return client


def test_the_password_alone_opens_nothing(ann: Member) -> None:
    assert half_way().get("/settings/").status_code == 302


def test_password_and_code_open(ann: Member) -> None:
    client = half_way()
    before = client.cookies["sessionid"].value
    assert client.post("/enter/2fa/authenticate/", {"code": code()}).status_code == 302
    assert client.get("/settings/").status_code == 200
    assert client.cookies["sessionid"].value != before


def test_a_code_opens_once(ann: Member) -> None:
    used = code()
    half_way().post("/enter/2fa/authenticate/", {"code": used})
    again = half_way()
    again.post("/enter/2fa/authenticate/", {"code": used})
    assert again.get("/settings/").status_code == 302


def test_guessing_codes_is_slowed(ann: Member) -> None:
    client = half_way()
    for _ in range(10):
        client.post("/enter/2fa/authenticate/", {"code": "000000"})
    client.post("/enter/2fa/authenticate/", {"code": code()})
    assert client.get("/settings/").status_code == 302


def test_a_suspended_account_is_out_at_once(ann: Member) -> None:
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(ann.account)
    ann.account.is_active = False
    ann.account.save()
    assert client.get("/settings/").status_code == 302
