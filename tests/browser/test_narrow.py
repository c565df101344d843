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


BAR = """<nav class="bar"><ul>{}</ul></nav>""".format(
    "".join(
        f"<li><a href='/'><span>{word}</span></a></li>" for word in ("Today", "Your people", "Add", "Groups", "Events")
    )
)
LIST = """<main><section><ul><li>The first</li></ul></section></main><nav><ul><li>Today</li></ul></nav>"""


def test_the_words_of_the_bar_stay_whole_in_a_text_made_large(browser: Browser) -> None:
    css = styled("global", "reset", "base", "shell")
    with browsing.fresh_page(browser, viewport={"width": 390, "height": 844}) as page:
        page.set_content(f"<style>{css} html {{ font-size: 200% }}</style>{BAR}")
        words = page.locator(".bar span")
        assert not words.evaluate_all("all => all.filter(one => one.scrollWidth > one.clientWidth).length")


def test_a_list_has_its_bullets_inside_the_page_and_the_frame_none(browser: Browser) -> None:
    with browsing.fresh_page(browser, viewport={"width": 320, "height": 844}) as page:
        page.set_content(f"<style>{styled('global', 'reset', 'base')}</style>{LIST}")
        indents = page.locator("ul").evaluate_all(
            "all => all.map(one => parseFloat(getComputedStyle(one).paddingInlineStart))"
        )
    assert indents[0] > 10
    assert indents[1] == 0


def styled(*names: str) -> str:
    found = [finders.find(f"css/{name}.css") for name in names]
    return "\n".join(Path(str(path)).read_text() for path in found)


def test_when_it_was_stands_on_one_line(browser: Browser) -> None:
    css = styled(*STYLES)
    with browsing.fresh_page(browser, viewport={"width": 390, "height": 844}) as page:
        page.set_content(f'<style>{css}</style><div class="beside">{ROW}</div>')
        when, words = page.locator(".row-end").bounding_box(), page.locator(".row-words").bounding_box()
    assert when is not None
    assert words is not None
    assert when["height"] < 40, "one line, not a letter a line"
    assert words["width"] > 250
