"""What people write: a little Markdown in, harmless HTML out."""

import re
from functools import cache
from html import unescape

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markupsafe import Markup

# Pictures are left out on purpose: a picture from elsewhere would tell its host who is reading.
_TAGS = {"p", "br", "em", "strong", "s", "a", "ul", "ol", "li", "blockquote", "code", "pre", "hr"} | {
    f"h{level}" for level in range(2, 7)
}
_SCHEMES = {"http", "https", "mailto", "tel"}
_TAG = r'<(?:"[^"]*"|[^">])*>'
_APART = re.compile(rf"(?=</?(?:p|br|ul|ol|li|blockquote|pre|hr|h[2-6])\b){_TAG}")
_WITHIN = re.compile(_TAG)


def markdown(text: str) -> Markup:
    """Markdown as safe HTML. Raw HTML is shown as typed; headings stand below the page's own, none skipped."""
    html = _reader().render(text)
    safe = nh3.clean(
        html, tags=_TAGS, attributes={"a": {"href"}}, url_schemes=_SCHEMES, link_rel="nofollow ugc noopener"
    )
    return Markup(safe)  # noqa: S704 - cleaned on the line above


def plain(html: str) -> str:
    """What safe HTML says, in one line without its form."""
    return " ".join(unescape(_WITHIN.sub("", _APART.sub(" ", html))).split())


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable("strikethrough")
    reader.core.ruler.push("lower_headings", _lower_headings)
    return reader


def _lower_headings(state: StateCore) -> None:
    """The page's own heading is the first level; who listens to headings loses the thread where a level is missing."""
    level = 1
    for token in state.tokens:
        if token.type == "heading_open":
            level = min(int(token.tag[1]) + 1, level + 1, 6)
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{level}"
