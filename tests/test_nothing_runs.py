"""Thirty hostile strings in every name, title, tag, label and text of the hub, in a real browser: nothing runs."""

from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from django.db import models
from django.test import Client
from playwright.sync_api import Page

import cast
from addresses import addresses
from fullhub import full_hub
from rapport.kit.holdings import holdings
from rapport.members.models import Member
from rapport.people.models import BookRow
from rapport.talk.commenting import comment
from rapport.talk.models import Post, PostFile
from rapport.talk.posting import Wording, write
from rapport.threads.messaging import write_to

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, reset_sequences=True)]
HOSTILE = (
    "<script>alert(1)</script>",
    '"><script>alert(2)</script>',
    "'><img src=x onerror=alert(3)>",
    '"onmouseover="alert(4)" autofocus onfocus="alert(4)',
    "</title><script>alert(5)</script>",
    "</textarea><script>alert(6)</script>",
    "</script><svg/onload=alert(7)>",
    "<!--<script>alert(8)",
    "<svg><animate onbegin=alert(9) attributeName=x dur=1s>",
    "<iframe srcdoc='<script>parent.alert(10)</script>'>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(11)>",
    "<a href=javascript:alert(12)>x</a>",
    "[x](javascript:alert(13))",
    "[x](java\tscript:alert(14))",
    "[x](data:text/html,<script>alert(15)</script>)",
    "![x](x onerror=alert(16))",
    "<details open ontoggle=alert(17)>",
    "<body onload=alert(18)>",
    "<input autofocus onfocus=alert(19)>",
    "<video><source onerror=alert(20)></video>",
    "<object data=javascript:alert(21)>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>*{background:url(//evil.example)}</style>",
    "<div hx-get=//evil.example hx-trigger=load>",
    "<div data-live=//evil.example data-mark=0>",
    "{{7*7}}${7*7}<%=7*7%>{0.__class__}",
    "&lt;script&gt;alert(29)&lt;/script&gt;",
    "]]><script xmlns='http://www.w3.org/1999/xhtml'>alert(30)</script>",
)
KEPT = {"handle", "key", "slug", "digest", "html", "lead", "url", "path", "zone", "language", "folded", "email", "link"}
KEPT |= {
    "password",
    "verb",
    "subject",
    "rule",
    "word",
    "theme",
    "region",
    "state",
    "kind",
    "platform",
    "value",
    "public",
}


@pytest.fixture
def bo() -> Member:
    members = cast.all_four()
    full_hub(members)
    everything, now = "\n\n".join(HOSTILE), cast.MORNING
    post = write(author=members["ann"], wording=Wording(everything, HOSTILE[0] + HOSTILE[4], 0), now=now)
    PostFile.objects.create(post=post, name=f"{HOSTILE[2]}.txt", kind="text/plain", size=4, content=b"boat")
    for text in HOSTILE:
        comment(post=Post.objects.get(pk=1), author=members["cy"], body=text, now=now)
        write_to(other=members["bo"], by=members["ann"], body=text, now=now)
    for model in {holding.model for holding in holdings()}:
        if not issubclass(model, BookRow):
            poison(model)
    return Member.objects.get(handle="bo")


def poison(model: type[models.Model]) -> None:
    """Whatever somebody could have typed there, raw, as if nothing had looked at it on its way in."""
    typed = [
        field
        for field in model._meta.fields
        if isinstance(field, models.CharField | models.TextField) and not field.choices and not field.unique
        if field.name not in KEPT and not field.primary_key
    ]
    for number, row in enumerate(model._default_manager.all()):
        for place, field in enumerate(typed):
            begin = (number * 7 + place * 3) % len(HOSTILE)
            text = " ".join(HOSTILE[begin:] + HOSTILE[:begin])
            model._default_manager.filter(pk=row.pk).update(**{field.name: text[: field.max_length or 3000]})


def test_nothing_that_anybody_typed_runs_anywhere(page: Page, live_server: Any, bo: Member) -> None:
    heard: list[str] = []
    client = Client()
    client.force_login(bo.account)
    cookie = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
    page.on("dialog", lambda dialog: (heard.append(f"{page.url} {dialog.message}"), dialog.dismiss()))
    page.on("console", lambda message: message.type == "error" and heard.append(f"{page.url} {message.text}"))
    page.on("request", lambda request: "evil" in request.url.split("?")[0] and heard.append(request.url))
    shown = [address.path for address in addresses() if is_a_page(client, address.path)]
    assert len(shown) > 40
    for path in [
        *shown,
        "/posts/4/",
        f"/members/?q={HOSTILE[1]}",
        f"/search/?q={HOSTILE[2]}",
        f"/asks/?q={HOSTILE[3]}",
    ]:
        page.goto(live_server.url + path, wait_until="load")
        leading = page.evaluate("[...document.links].map(a => a.protocol).filter(p => /script|data/.test(p))")
        assert leading == [], path
    assert heard == []


def is_a_page(client: Client, path: str) -> bool:
    answer = client.get(path, HTTP_HOST="127.0.0.1")
    return answer.status_code == 200 and not answer.streaming and b"<html" in answer.content


def test_feeds_calendars_and_cards_stay_whole(bo: Member) -> None:
    for path in ("/posts/1/comments.atom", "/members/bo/posts.atom", "/tags/eventprofs/posts.atom"):
        answer = Client().get(path, HTTP_HOST="127.0.0.1")
        assert fromstring(answer.content).tag.endswith("feed"), path  # noqa: S314 - our own
        assert b"<script>" not in answer.content
    for path in ("/events/1/event.ics", "/groups/chapter/events.ics", "/members/bo/card.vcf"):
        answer = Client().get(path, HTTP_HOST="127.0.0.1")
        lines = answer.content.decode().split("\r\n")
        assert all("\n" not in line and len(line.encode()) <= 75 for line in lines), path
        assert "attachment" in answer.headers["Content-Disposition"], path
