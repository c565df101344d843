"""What people write, made into what is shown: Markdown, with hashtags, mentions and addresses as links."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from html import escape, unescape
from urllib.parse import urlsplit

from rapport.kit.cleaning import clean
from rapport.kit.folding import words
from rapport.kit.prose import markdown

MOST_TAGS, MOST_MENTIONS = 20, 20
LONGEST_TAG = 60
LEAD = 700  # signs of a post that a list shows
_TAG = re.compile(r'(<(?:"[^"]*"|[^">])*>)')
_SPECIAL = re.compile(
    r"(?P<url>https?://[^\s<>\"]+)|(?<![\w&/#@])#(?P<tag>\w[\w·-]*)|(?<![\w/@.])@(?P<handle>[A-Za-z0-9]\w{1,29})\b"
)
_HREF = re.compile(r'<a href="([^"]*)"')
_CLOSING = "…).,;:!?'*_]"
_QUIET = ("a", "code", "pre")  # nothing inside these is made a link


@dataclass(frozen=True)
class Written:
    """The shown form, the tags in it by key with their spelling, and the handles it mentions."""

    html: str
    tags: dict[str, str] = field(default_factory=dict)
    handles: tuple[str, ...] = ()


def tag_key(word: str) -> str:
    """One spelling of a tag: #EventProfs, #eventprofs and ＃ＥｖｅｎｔＰｒｏｆｓ are one; empty if nothing of it can be
    spelt, or if it is a mere number."""
    key = "".join(words(clean(word).lstrip("#＃")))[:LONGEST_TAG]
    return "" if key.isdecimal() else key


def handles_in(text: str) -> set[str]:
    """Handles that may be mentioned in a text, at most MOST_MENTIONS."""
    found = dict.fromkeys(m["handle"].lower() for m in _SPECIAL.finditer(text) if m["handle"])
    return set(list(found)[:MOST_MENTIONS])


def written(text: str, known: Collection[str] = ()) -> Written:
    """`text` (cleaned) as it is shown. `known` are the handles that lead to somebody; other words after an @ stay
    words, and so do tags beyond MOST_TAGS."""
    tags: dict[str, str] = {}
    handles: dict[str, None] = {}

    def linked(match: re.Match[str]) -> str:
        if match["url"]:
            return _link(match["url"])
        if match["tag"]:
            return _tagged(match["tag"], match.group(), tags)
        handle = match["handle"].lower()
        if handle not in known:
            return match.group()
        handles[handle] = None
        return f'<a href="/members/{handle}/">{match.group()}</a>'

    return Written(_through(str(markdown(text)), linked), tags, tuple(handles))


def lead(text: str, known: Collection[str] = ()) -> str:
    """The beginning of a long text for lists, as HTML; empty where the text is short enough to be shown whole."""
    if len(text) <= LEAD:
        return ""
    whole = text[:LEAD].rpartition("\n\n")[0]
    cut = whole if len(whole) > LEAD // 2 else text[:LEAD].rpartition(" ")[0] or text[:LEAD]
    return written(cut.rstrip() + " …", known).html


def _through(html: str, linked: Callable[[re.Match[str]], str]) -> str:
    """The HTML as nh3 leaves it, with `linked` applied to running text, and the host beside each link that hides it."""
    made: list[str] = []
    quiet = 0
    href, label = "", 0
    for piece in _TAG.split(html):
        if not piece.startswith("<"):
            made.append(piece if quiet else _SPECIAL.sub(linked, piece))
            continue
        name = piece.strip("</>").partition(" ")[0]
        is_end = piece.startswith("</")
        if name in _QUIET:
            quiet += -1 if is_end else 1
        if name == "a" and not is_end:
            found = _HREF.match(piece)
            href, label = (unescape(found[1]) if found else ""), len(made) + 1
        made.append(piece)
        if name == "a" and is_end:
            made.append(_host_beside(href, "".join(made[label:-1])))
    return "".join(made)


def _host_beside(href: str, label: str) -> str:
    """Where a link with a label of its own leads is said behind it."""
    host, said = _host(href), unescape(label).strip()
    is_said = "@" not in urlsplit(href).netloc and host in (_host(said), _host(f"https://{said}"))
    return f' <span class="host">({escape(host)})</span>' if host and not is_said else ""


def _host(url: str) -> str:
    try:
        host = urlsplit(url).hostname or ""
        return host if host.isascii() else host.encode("idna").decode()
    except (ValueError, UnicodeError):
        return ""


def _link(shown: str) -> str:
    """An address typed as it is; letters of other scripts in its host are shown as machines read them."""
    url = shown.rstrip(_CLOSING)
    while url.endswith(("&quot;", "&gt;", "&lt;", "&#39;", "&#x27;")):
        url = url[: url.rindex("&")].rstrip(_CLOSING)
    rest, host, plain = shown[len(url) :], _host(unescape(url)), unescape(url)
    if not host:
        return shown
    if not plain.isascii():
        plain = plain.replace(urlsplit(plain).netloc, host, 1)
    kept = escape(plain)
    return f'<a href="{kept}" rel="nofollow ugc noopener">{kept}</a>{_host_beside(plain, kept)}{rest}'


def _tagged(word: str, typed: str, tags: dict[str, str]) -> str:
    key = tag_key(word)
    if not key or (key not in tags and len(tags) >= MOST_TAGS):
        return typed
    tags.setdefault(key, word[:LONGEST_TAG])
    return f'<a class="tag" href="/tags/{key}/">{typed}</a>'
