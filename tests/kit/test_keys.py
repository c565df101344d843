"""The frame in a real browser: keys, the phone, both themes, and nothing that keeps anybody out."""

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template import engines
from django.test import RequestFactory
from playwright.sync_api import Page, Route

from browsing import faults
from rapport.kit.chart import Dot, First
from rapport.kit.shell import Entry, Shell, Viewer

pytestmark = pytest.mark.browser

ADDRESS = "http://127.0.0.1:9/"
CAST = ["Ann Okafor", "Bo Lindqvist", "Cy Park", "Dee Whitcombe", "ليلى حداد", "A" * 200]
EVERYTHING = (Path(__file__).parent / "everything.html").read_text("utf-8")
SHELL = Shell(
    hub="LinkedAmaranth",
    places=[Entry("Today", "/", "today", True), Entry("People", "/people/", "people")]
    + [Entry(name.title(), f"/{name}/", name) for name in ("groups", "events", "talk")],
    below=[Entry("What is new", "/new/", "new"), Entry("You", "/me/", "me")],
    member="Ann Okafor",
    viewers=[Viewer(key, key.title()) for key in ("ann", "bo", "mo", "cy")],
)


@pytest.fixture
def opened(page: Page) -> Page:
    """A page made of every part there is, served without a server, under the policy the hub sends."""
    page.route("**/*", _serve)
    page.goto(ADDRESS)
    return page


def _serve(route: Route) -> None:
    path = route.request.url.removeprefix(ADDRESS).partition("?")[0]
    found = finders.find(path.removeprefix("static/")) if path.startswith("static/") else None
    if found:
        route.fulfill(path=found)
    else:
        policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
        route.fulfill(body=_rendered(), content_type="text/html", headers={"Content-Security-Policy": policy})


def _rendered() -> str:
    people = [Dot(name, "/people/2/", layer, "Chapter") for layer in (5, 15, 50, 150) for name in CAST]
    template = engines.all()[0].from_string(EVERYTHING)
    firsts = [First(2009, "first contact")]
    request = RequestFactory().get("/")
    return str(template.render({"shell": SHELL, "request": request, "cast": CAST, "people": people, "firsts": firsts}))


def test_n_opens_the_one_field_from_anywhere(opened: Page) -> None:
    opened.keyboard.press("n")
    assert opened.evaluate("document.activeElement.id") == "quick-line"


def test_a_slash_goes_to_the_search_and_keys_typed_there_are_letters(opened: Page) -> None:
    opened.keyboard.press("/")
    opened.keyboard.type("n?")
    assert opened.input_value("#find") == "n?"
    assert opened.locator("dialog[open]").count() == 0


def test_a_question_mark_tells_the_keys_and_escape_closes_them(opened: Page) -> None:
    opened.keyboard.press("?")
    assert opened.locator("#keyboard[open]").count() == 1
    opened.keyboard.press("Escape")
    assert opened.locator("dialog[open]").count() == 0


def test_g_then_p_goes_to_the_people(opened: Page) -> None:
    opened.keyboard.press("g")
    opened.keyboard.press("p")
    opened.wait_for_url("**/people/")


def test_the_chosen_theme_is_kept_for_the_next_page(opened: Page) -> None:
    opened.click('.theme [value="dark"]')
    assert opened.get_attribute("html", "data-theme") == "dark"
    assert "theme=dark" in str(opened.evaluate("document.cookie"))


def test_a_question_before_an_act_can_be_answered_with_no(opened: Page) -> None:
    opened.click(".confirm > summary")
    opened.click(".confirm [data-keep]")
    assert opened.locator(".confirm[open]").count() == 0


def test_files_dropped_join_those_chosen(opened: Page) -> None:
    opened.set_input_files("#id_files", {"name": "a.vcf", "mimeType": "text/vcard", "buffer": b"x"})
    opened.evaluate(
        """() => { const carried = new DataTransfer(); carried.items.add(new File(["y"], "b.csv"));
        document.querySelector(".drop").dispatchEvent(new DragEvent("drop", { dataTransfer: carried })) }"""
    )
    opened.wait_for_selector(".drop-list li:nth-child(2)")
    assert opened.evaluate("document.querySelector('#id_files').files.length") == 2


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_width_scrolls_sideways(opened: Page, width: int) -> None:
    opened.set_viewport_size({"width": width, "height": 800})
    assert opened.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_keeps_anybody_out(opened: Page, theme: str, width: int) -> None:
    # As tall as the page, because what lies under the bottom bar until one scrolls counts as covered.
    opened.set_viewport_size({"width": width, "height": 12_000})
    assert faults(opened, theme) == []
