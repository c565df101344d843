"""Every page in both themes by axe, and on the narrowest phone: nothing keeps anybody out."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from browsing import faults
from rapport.site.developing.pages import PAGES

pytestmark = pytest.mark.browser

# Of the pages that are shown as pictures, those that need nobody and nothing of the demo town.
OF_TOWN = re.compile(r"\{|/(members|tags|articles|groups)/(?!start/)[^/?]+/")
PATHS = sorted(
    {shown.path for shown in PAGES if not OF_TOWN.search(shown.path) and shown.status == 200 and shown.viewer}
)
OUTSIDE = ("/", "/enter/login/", "/about/what-the-host-can-see/")
STICKS_OUT = """() => [...document.querySelectorAll("main *")].map(e => [e.getBoundingClientRect().right, e])
  .filter(([right]) => right > innerWidth + 1).map(([, e]) => e.outerHTML.slice(0, 80)).slice(0, 3)"""


@pytest.mark.parametrize("path", PATHS)
def test_a_member_s_page_is_open_to_all(scripted: Page, path: str) -> None:
    _judge(scripted, path)


def test_the_page_of_a_person_is_open_to_all(scripted: Page, somebody: str) -> None:
    scripted.goto("/add/")
    scripted.locator("#id_line").fill(f"{somebody}, potter at Kiln & Clay, met at the chapter #eventprofs")
    scripted.locator("#id_line").press("Enter")
    expect(scripted.get_by_role("heading", level=1)).to_have_text(somebody)
    own = urlsplit(scripted.url).path
    for part in ("", "timeline/", "about/"):
        _judge(scripted, own + part)


@pytest.mark.parametrize("path", OUTSIDE)
@pytest.mark.parametrize("are_scripts_on", [True])
def test_a_page_for_everybody_is_open_to_all(outside: Page, path: str) -> None:
    _judge(outside, path)


def _judge(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    answer = page.goto(path)
    assert answer is not None
    assert answer.status == 200
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") == 320, page.evaluate(STICKS_OUT)
    # As tall as the page, because what lies under the bottom bar until one scrolls counts as covered.
    page.set_viewport_size({"width": 390, "height": 12_000})
    for theme in ("light", "dark"):
        assert faults(page, theme) == [], f"{path} in {theme}"
