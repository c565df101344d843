"""Two browsers with the same page open: what one writes stands before the other without a step."""

from contextlib import ExitStack
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect

import cast
from browsing import fresh_page
from fullhub import full_hub
from rapport.members.models import Member

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, reset_sequences=True)]
LOOK = "document.dispatchEvent(new Event('live:look'))"  # not after twenty seconds, but now


@pytest.fixture
def members() -> dict[str, Member]:
    members = cast.all_four()
    full_hub(members)
    return members


def opened(within: ExitStack, browser: Browser, member: Member, url: str) -> Page:
    client = Client()
    client.force_login(member.account)
    page = within.enter_context(fresh_page(browser))
    page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": url}])
    page.goto(url)
    return page


def test_what_one_writes_comes_to_the_other(browser: Browser, live_server: Any, members: dict[str, Member]) -> None:
    with ExitStack() as within:
        for path, button, words in (("/posts/1/", "Answer", "I paint them."), ("/threads/1/", "Send", "At one?")):
            ann = opened(within, browser, members["ann"], live_server.url + path)
            bo = opened(within, browser, members["bo"], live_server.url + path)
            bo.locator("textarea[name=body]").fill(words)
            bo.get_by_role("button", name=button, exact=True).click()
            expect(bo.get_by_text(words)).to_be_visible()
            ann.evaluate(LOOK)
            expect(ann.get_by_text(words)).to_be_visible()
