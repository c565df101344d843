"""Members and invitations from the command line."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client

import cast
from rapport.kit.commands import CommandError
from rapport.members.firstrun import first_run_word
from rapport.members.models import Member

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ready(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests' database stands already."""
    for command in ("member", "invite"):
        monkeypatch.setattr(f"rapport.site.management.commands.{command}.make_ready", lambda: None)


def said(*words: str) -> str:
    out = StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


def path_in(text: str) -> str:
    link = next(word for word in text.split() if word.startswith("http"))
    return link.removeprefix("http://127.0.0.1:8000")


def test_the_first_one_added_is_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(f"{cast.PASSWORD}\n"))
    said("member", "add", "Mo", "--email", "mo@town.example", "--name", "Mo Haddad", "--password-stdin")
    mo = Member.objects.get()
    assert (mo.handle, mo.name, mo.is_host) == ("mo", "Mo Haddad", True)
    assert first_run_word() is None
    assert mo.account.check_password(cast.PASSWORD)


def test_without_a_password_there_is_a_link_to_choose_one() -> None:
    path = path_in(said("member", "add", "cy", "--email", "cy@town.example"))
    client = Client(HTTP_HOST="127.0.0.1")
    form = client.get(path).headers["Location"]
    client.post(form, {"password1": cast.PASSWORD, "password2": cast.PASSWORD})
    assert Member.objects.get().account.check_password(cast.PASSWORD)


@pytest.mark.parametrize(
    ("handle", "email", "why"),
    [("no spaces", "a@b.example", "small letters"), ("cy", "nonsense", "valid email"), ("ann", "a@b.example", "taken")],
)
def test_what_cannot_be_is_refused_in_a_sentence(handle: str, email: str, why: str) -> None:
    cast.ann()
    with pytest.raises(CommandError, match=why):
        said("member", "add", handle, "--email", email)


def test_members_are_listed_by_handle() -> None:
    cast.mo()
    cast.ann()
    lines = said("member", "list").splitlines()
    assert [line.split()[0] for line in lines] == ["ann", "mo"]
    assert "host" in lines[1]


def test_a_reset_is_a_link_and_unknown_members_are_refused() -> None:
    cast.ann()
    assert "/enter/password/reset/key/" in said("member", "reset", "@ann")
    with pytest.raises(CommandError, match="no member called dee"):
        said("member", "reset", "dee")


def test_an_invitation_s_address_opens() -> None:
    assert Client(HTTP_HOST="127.0.0.1").get(path_in(said("invite"))).status_code == 200
    with pytest.raises(CommandError, match="valid email"):
        said("invite", "--email", "nonsense")
