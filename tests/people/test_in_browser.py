"""Adding and changing with a keyboard, in a real browser."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

import cast
from people.pages import as_member
from rapport.members.models import Member
from rapport.people.models import Note, Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def signed_in(page: Page, live_server: Any, member: Member) -> str:
    """The hub's address, with `member` signed in on the page."""
    cookie = as_member(member).cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
    return str(live_server.url)


def test_n_a_line_and_enter_from_anywhere(page: Page, live_server: Any) -> None:
    address = signed_in(page, live_server, cast.ann())
    page.goto(f"{address}/occasions/")
    page.keyboard.press("n")
    page.keyboard.type("Bo Lindqvist, plumber")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Bo Lindqvist")
    assert Person.objects.get().headline == "plumber"


def test_a_fact_is_changed_in_place(page: Page, live_server: Any) -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    address = signed_in(page, live_server, ann)
    page.goto(f"{address}{bo.path}")
    page.fill("#add-notes", "likes tea")
    page.locator("#notes .add-note button").click()
    page.locator("#notes .of-fact summary").click()
    page.locator("#notes .change").click()
    page.locator("#notes textarea[name=text]").fill("likes green tea")
    page.locator("#notes .changeable .button.is-main").click()
    expect(page.locator("#notes .words")).to_have_text("likes green tea")
    assert page.url.endswith(f"{bo.path}#notes")
    assert Note.objects.get().text == "likes green tea"


def test_an_evening_on_a_phone_grows_with_the_names(page: Page, live_server: Any) -> None:
    address = signed_in(page, live_server, cast.ann())
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{address}/met/")
    assert not page.locator("[name=line-0]").is_visible()
    page.fill("[name=title]", "LinkedAmaranth")
    page.fill("[name=name-0]", "Sal Moretti")
    page.fill("[name=line-0]", "chef")
    page.get_by_role("button", name="Keep them all").click()
    expect(page.locator("h1")).to_have_text("LinkedAmaranth")
    assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
