"""A profile in a real browser: data for machines runs nothing, and nothing anybody typed does."""

import pytest
from playwright.sync_api import Page

import cast
from browsing import faults
from profiles.showing import WORDS, bo, browser
from profiles.test_editing import XSS
from rapport.members.audience import Audience
from rapport.members.models import Member
from rapport.profiles.models import Expertise, Offer
from rapport.profiles.say import say, say_lines

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_nothing_that_was_typed_runs_and_the_policy_has_nothing_to_refuse(page: Page, live_server) -> None:
    ann = cast.ann()
    text = " ".join(XSS)
    say(member=ann, opens_for=Audience.EVERYONE, about=text, about_for=0, business=text[:200], business_for=0)
    for model in (Offer, Expertise):
        say_lines(member=ann, model=model, texts=XSS, audience=0)
    Member.objects.filter(pk=ann.pk).update(name=text[:200])
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("dialog", lambda dialog: heard.append(dialog.message))
    assert page.goto(live_server.url + ann.path).status == 200
    page.wait_for_load_state()
    assert heard == []
    assert page.locator('script[type="application/ld+json"]').count() == 1


def test_it_fits_a_phone(page: Page, live_server) -> None:
    owner = bo()
    say(member=owner, about="x" * 400 + " " + WORDS["about"])
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(live_server.url + owner.path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


FILLED = ("/members/bo/", "/profile/?open=links", "/profile/?open=files", "/profile/?open=photo", "/members/?q=bo")


@pytest.mark.parametrize("path", FILLED)
def test_a_filled_page_is_open_to_all(page: Page, live_server, path: str) -> None:
    owner = bo()
    cookie = browser(owner).cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
    page.set_viewport_size({"width": 390, "height": 6000})
    page.goto(live_server.url + path)
    page.wait_for_load_state("networkidle")
    for theme in ("light", "dark"):
        assert faults(page, theme) == []
