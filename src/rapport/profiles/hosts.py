"""How a web address is shown: its host always whole, and in a form that cannot be mistaken for another."""

import unicodedata
from urllib.parse import unquote, urlsplit

import idna

_TOGETHER = ({"CJK", "HIRAGANA", "KATAKANA"}, {"CJK", "HANGUL"}, {"CJK", "BOPOMOFO"})
_PATH = 40  # letters of the path that are shown


def shown_url(url: str) -> str:
    """The host in full, then a bit of the path: `www.linkedin.com/in/bo`."""
    parts = urlsplit(url)
    port = f":{parts.port}" if parts.port else ""
    path = unquote(parts.path, errors="replace").rstrip("/")
    if not path.isprintable():
        path = parts.path.rstrip("/")
    return shown_host(parts.hostname or "") + port + (path if len(path) <= _PATH else path[:_PATH] + "…")


def shown_host(host: str) -> str:
    """`münchen.example` where all of its letters are of one script, else the form of the wire (`xn--...`): letters of
    several scripts in one name can look like those of another name."""
    try:
        name = idna.decode(host)
    except (idna.IDNAError, UnicodeError):
        return host
    scripts = {unicodedata.name(letter, "?").partition(" ")[0] for letter in name if letter.isalpha()}
    is_plain = len(scripts) <= 1 or any(scripts <= both for both in _TOGETHER)
    return name if is_plain else host
