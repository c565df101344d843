"""A little Markdown in, harmless HTML out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.kit.prose import markdown


def test_people_may_write_lists_links_and_stress() -> None:
    html = markdown("Some *stress*, a [link](https://town.example) and\n\n- a list")
    assert "<em>stress</em>" in html
    assert '<a href="https://town.example" rel="nofollow ugc noopener">link</a>' in html
    assert "<li>a list</li>" in html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "![x](https://elsewhere.example/pixel.gif)",
        '<a href="x" onclick="alert(1)">x</a>',
        "<javascript:alert(1)>",
    ],
)
def test_nothing_that_runs_or_calls_elsewhere_comes_through(text: str) -> None:
    html = markdown(text)
    assert not any(part in html for part in ("<script", 'href="javascript', "<img", '<a href="x" onclick'))


def test_headings_stand_below_the_pages_own_and_skip_none() -> None:
    assert markdown("### Deep\n# High\n### Deep").split() == ["<h2>Deep</h2>", "<h2>High</h2>", "<h3>Deep</h3>"]


def test_a_line_break_stays_one() -> None:
    assert "<br>" in markdown("one\ntwo")


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    assert "<script" not in markdown(text)
