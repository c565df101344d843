"""What is typed becomes harmless HTML with links for tags, mentions and addresses."""

import pytest

from rapport.talk.writing import LEAD, MOST_TAGS, handles_in, lead, tag_key, written

RUNS = ("<script", "<img", "<svg", "<iframe", "javascript:", "onerror=", "onmouseover=")
CORPUS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&#58;alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x]( data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox(1))",
    "![x](https://evil.example/pixel.gif)",
    '#"onmouseover="alert(1)',
    '#tag"><script>alert(1)</script>',
    '@bo"><svg/onload=alert(1)>',
    "https://x.example/\"onmouseover='alert(1)'",
    "https://x.example/<script>alert(1)</script>",
    '<https://x.example/"onmouseover=alert(1)>',
    "`<script>`",
    "    <script>alert(1)</script>",
    "[a](<https://x.example/><script>>)",
    "<a href='javascript:alert(1)'>x</a>",
    "[x]: javascript:alert(1)\n\n[x]",
    "{{7*7}} ${7*7} %s {0.__class__}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
]


def tags_of(html: str) -> list[str]:
    """What a browser would take for tags."""
    from html.parser import HTMLParser  # noqa: PLC0415 - for this alone

    found: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append(tag)
            found.extend(f"{name}={value}" for name, value in attrs)

    Reader().feed(html)
    return found


@pytest.mark.parametrize("text", CORPUS)
def test_nothing_typed_ever_runs(text: str) -> None:
    found = tags_of(written(text, {"bo"}).html)
    allowed = {"p", "a", "code", "pre", "span", "em", "strong", "br", "blockquote", "ul", "ol", "li", "h2"}
    assert {one for one in found if "=" not in one} <= allowed
    for one in found:
        name, _, value = one.partition("=")
        assert name in {"p", "a", "code", "pre", "span", "href", "rel", "class", "br"} or "=" not in one
        assert not value.lower().strip().startswith(("javascript:", "data:", "vbscript:"))


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("EventProfs", "eventprofs"),
        ("#eventPROFS", "eventprofs"),
        ("＃ＥｖｅｎｔＰｒｏｆｓ", "eventprofs"),
        ("Café", "cafe"),
        ("café", "cafe"),
        ("2026", ""),
        ("...", ""),
        ("x" * 500, "x" * 60),
    ],
)
def test_a_tag_has_one_spelling(typed: str, key: str) -> None:
    assert tag_key(typed) == key


def test_a_flood_of_tags_ends() -> None:
    found = written(" ".join(f"#tag{number}x" for number in range(200)))
    assert len(found.tags) == MOST_TAGS
    assert found.html.count("<a ") == MOST_TAGS


def test_in_code_and_in_addresses_nothing_is_a_tag_or_a_mention() -> None:
    found = written("`#no @bo` https://x.example/#no [#no](https://x.example/) mail@bo.example", {"bo"})
    assert (found.tags, found.handles) == ({}, ())
    assert handles_in("a@bo.example") == set()


@pytest.mark.parametrize("text", ["[bank.example](https://evil.example/)", "https://bank.example@evil.example/"])
def test_where_a_link_leads_is_said(text: str) -> None:
    assert '<span class="host">(evil.example)</span>' in written(text).html


def test_letters_of_another_script_are_shown_as_machines_read_them() -> None:
    assert "https://xn--80ak6aa92e.com/" in written("https://аррӏе.com/").html
    assert "аррӏе" not in written("https://аррӏе.com/").html


def test_links_vouch_for_nothing() -> None:
    assert written("https://x.example and [y](https://y.example)").html.count('rel="nofollow ugc noopener"') == 2


def test_a_list_shows_the_beginning_of_what_is_long() -> None:
    assert lead("short") == ""
    assert len(lead("word " * 1000)) < LEAD + 50
