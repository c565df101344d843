"""What nobody means well: every text field of every form, a megabyte, NUL and half a letter; refused in words or kept
as typed, never a broken page, and no form leads away from here."""

import re
from html.parser import HTMLParser
from typing import Any, NamedTuple

import pytest
from django.db import transaction
from django.test import Client

import cast
from rapport.members.models import Member
from seen_by import peopled, rows

pytestmark = pytest.mark.django_db
MEGABYTE = "x" * 1_000_000
BROKEN = "nul \x00 half \ud83d marks \u202e\u200b ' \" <b> {{7*7}} %s {0.__class__} \r\nX-Evil: 1"
AWAY = ("//evil.example/", "/\\evil.example/", "https://evil.example/", "javascript:alert(1)", "/\t/evil.example")
CHOSEN = {"checkbox", "radio", "submit", "button", "file"}


class Form(NamedTuple):
    action: str
    texts: list[str]
    others: dict[str, str]


@pytest.fixture
def forms(settings: Any) -> tuple[Client, list[Form]]:
    """Each form that Ann, as host, is offered anywhere, once."""
    settings.CLOCK_FIXED = cast.MORNING
    numbers = peopled()[1]
    Member.objects.filter(handle="ann").update(is_host=True)
    client = Client(HTTP_HOST="127.0.0.1", raise_request_exception=False)
    client.force_login(Member.objects.get(handle="ann").account)
    found: dict[tuple[str, tuple[str, ...]], Form] = {}
    for row in rows():
        for form in forms_at(client, row.format_map(numbers)):
            found.setdefault((re.sub(r"\d+", "1", form.action), tuple(form.texts)), form)
    assert len(found) > 60
    return client, list(found.values())


class Forms(HTMLParser):
    """The posting forms of a page: where they go, what is typed in them, what they say besides."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path, self.inside, self.found = path, False, list[Form]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = told.get("method", "").lower() == "post" and not told["action"].startswith("/enter/")
            if self.inside:
                self.found.append(Form(told["action"] or self.path, [], {}))
        elif self.inside and told.get("name", "csrfmiddlewaretoken") != "csrfmiddlewaretoken":
            self.found[-1].others.setdefault(told["name"], told.get("value", ""))
            if tag == "textarea" or tag == "input" and told.get("type") not in CHOSEN:
                self.found[-1].texts.append(told["name"])

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "form"


def forms_at(client: Client, path: str) -> list[Form]:
    answer = client.get(path)
    reader = Forms(path)
    if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
        reader.feed(answer.content.decode())
    return reader.found


def sent(client: Client, form: Form, values: dict[str, Any]) -> Any:
    """Sent, and taken back again."""
    with transaction.atomic():
        answer = client.post(form.action, {**form.others, **values})
        transaction.set_rollback(True)
    return answer


def test_a_megabyte_in_any_field_breaks_nothing(forms: Any) -> None:
    client, offered = forms
    broken = [
        f"{form.action} {name}"
        for form in offered
        for name in form.texts
        if sent(client, form, {name: MEGABYTE}).status_code >= 500
    ]
    assert broken == []


def test_nothing_broken_breaks_a_page_and_no_form_leads_away(forms: Any) -> None:
    client, offered = forms
    for form in offered:
        for value in (BROKEN.encode("utf-8", "surrogatepass"), "", "9" * 400, "-1", ["x", "y"]):
            assert sent(client, form, dict.fromkeys(form.texts, value)).status_code < 500, (form.action, value)
        for away in AWAY if "next" in form.texts else ():
            leads_to = sent(client, form, {"next": away}).headers.get("Location", "")
            assert "evil" not in leads_to and not leads_to.startswith("javascript"), (form.action, away)  # noqa: PT018
