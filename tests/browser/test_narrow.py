"""What is new beside the round, on a phone: a row reads from left to right, whatever else stands in it."""

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from playwright.sync_api import Browser

import browsing

pytestmark = pytest.mark.browser
STYLES = ("global", "reset", "base", "names", "notices")
ROW = """<ul class="rows is-dense"><li class="row has-end is-fresh"><span class="face">GW</span>
<div class="row-words"><a href="/events/1/">Grace Whitcombe asks you to speak at Guest morning: what a price is for</a>
<p class="row-reason">Asks for your answer</p></div><div class="row-end">yesterday</div></li></ul>"""


def test_when_it_was_stands_on_one_line(browser: Browser) -> None:
    found = [finders.find(f"css/{name}.css") for name in STYLES]
    css = "\n".join(Path(str(path)).read_text() for path in found)
    with browsing.fresh_page(browser, viewport={"width": 390, "height": 844}) as page:
        page.set_content(f'<style>{css}</style><div class="beside">{ROW}</div>')
        when, words = page.locator(".row-end").bounding_box(), page.locator(".row-words").bounding_box()
    assert when is not None
    assert words is not None
    assert when["height"] < 40, "one line, not a letter a line"
    assert words["width"] > 250
