"""Ann's introduction with three browsers: Bo is asked, then Brigid, and with two yeses they write to each other."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

import browsing
import cast
from browser.conftest import Hub

pytestmark = pytest.mark.browser


@contextmanager
def comes_in(browser: Browser, hub: Hub, name: str, *, scripts: bool) -> Iterator[Page]:
    """A page of somebody who has come in through the open door."""
    with browsing.fresh_page(browser, base_url=hub.base, java_script_enabled=scripts) as page:
        page.goto("/join/")
        page.get_by_label("Your name").fill(name)
        page.get_by_label("Handle").fill(handle(name))
        page.get_by_label("E-mail").fill(f"{handle(name)}@town.example")
        page.get_by_label("Password", exact=True).fill(cast.PASSWORD)
        page.get_by_role("button", name="Come in").click()
        page.wait_for_url(f"{hub.base}/")
        yield page


def handle(name: str) -> str:
    return name.lower().replace(" ", "_")


def known(ann: Page, name: str) -> str:
    """Ann writes down somebody who loves butterflies, and says who they are here; the number of the person."""
    ann.goto("/add/")
    ann.locator("#id_line").fill(f"{name}, met at the marsh, loves butterflies")
    ann.get_by_role("button", name="Keep").first.click()
    expect(ann.get_by_role("heading", level=1)).to_have_text(name)
    number = ann.url.rstrip("/").rpartition("/")[2]
    ann.get_by_text("Say who they are here").click()
    ann.get_by_label("Their handle").fill(f"@{handle(name)}")
    ann.get_by_role("button", name="That is them").click()
    return number


def test_two_yeses_open_one_thread(browser: Browser, hub: Hub, page: Page, somebody: str, are_scripts_on: bool) -> None:
    page.goto("/host/")
    page.get_by_label("How people come in").select_option("open")
    page.get_by_role("button", name="Keep", exact=True).last.click()
    first, second = f"Bo {somebody}", f"Brigid {somebody}"
    with (
        comes_in(browser, hub, first, scripts=are_scripts_on) as bo,
        comes_in(browser, hub, second, scripts=are_scripts_on) as brigid,
    ):
        numbers = [known(page, name) for name in (first, second)]
        page.goto(f"/introductions/{numbers[0]}/and/{numbers[1]}/")
        page.get_by_role("button", name="Ask here").click()
        brigid.goto("/introductions/asked/")
        expect(brigid.get_by_text("Nobody is asking")).to_be_visible()
        agrees(bo)
        page.goto("/introductions/")
        page.get_by_role("link", name=first).first.click()
        page.get_by_role("button", name="Ask here").click()
        agrees(brigid)
        brigid.goto("/introductions/asked/")
        brigid.get_by_role("link", name="Ann Okafor").click()
        brigid.get_by_role("link", name="Here you write to each other.").click()
        expect(brigid.get_by_text("who introduced you")).to_be_visible()
        brigid.get_by_role("textbox").last.fill("Saturday at the sluice?")
        brigid.get_by_role("button", name="Send").click()
        bo.goto("/threads/")
        bo.get_by_role("link", name=second).last.click()
        expect(bo.get_by_text("Saturday at the sluice?")).to_be_visible()


def agrees(asked: Page) -> None:
    asked.goto("/")
    asked.get_by_role("link", name="May Ann Okafor introduce you?").click()
    asked.get_by_role("button", name="Yes, gladly").click()
