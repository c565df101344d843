"""Names that others read are one line, and nothing hides in them: no line breaks for mails, no turned letters."""

import pytest
from django.test import Client

import cast
from rapport.members.models import Hub, Member

pytestmark = pytest.mark.django_db
TRICK = "Ann\r\nBcc: evil@x.example \u202eevil"
PLAIN = "Ann Bcc: evil@x.example evil"


def signed_in(member: Member) -> Client:
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(member.account)
    return client


def test_a_member_s_name_is_one_line() -> None:
    ann = cast.ann()
    sent = {"name": TRICK, "zone": "UTC", "language": "en", "minutes": "15"}
    assert signed_in(ann).post("/settings/", sent).status_code == 302
    ann.refresh_from_db()
    assert ann.name == PLAIN


def test_the_name_of_the_place_is_one_line() -> None:
    assert (
        signed_in(cast.mo())
        .post("/host/", {"name": TRICK, "language": "en", "joining": "open", "invitations_a_week": 0})
        .status_code
        == 302
    )
    assert Hub.this().name == PLAIN


def test_nothing_but_hidden_signs_is_no_name() -> None:
    assert signed_in(cast.mo()).post("/host/", {"name": "\u202e\u200b"}).status_code == 200
    assert Hub.this().name == "Rapport"
