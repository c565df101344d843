"""File names as archives write them, and the plain names readers match."""

import re
import unicodedata
from pathlib import PurePosixPath

RUBBISH = re.compile(r"(^|/)(__MACOSX/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
# fmt: off
MEDIA = frozenset((
    ".3gp", ".aac", ".amr", ".avi", ".avif", ".bmp", ".caf", ".css", ".eot", ".flac", ".gif", ".heic",
    ".heif", ".ico", ".jfif", ".jpeg", ".jpg", ".m4a", ".m4v", ".mkv", ".mov", ".mp3", ".mp4", ".mpeg",
    ".mpg", ".oga", ".ogg", ".ogv", ".opus", ".otf", ".png", ".svg", ".tgs", ".tif", ".tiff", ".ttf", ".wav",
    ".webm", ".webp", ".wma", ".wmv", ".woff", ".woff2",
))
PACKED = frozenset((
    ".7z", ".bz2", ".dmg", ".gz", ".iso", ".rar", ".tar", ".tbz", ".tgz", ".txz", ".xz", ".zip", ".zst",
))
# fmt: on

_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_NUMBERED = re.compile(r"(?<=.)([_-]part\d+|_\d+|\s*\(\d+\))$")
_LONGEST = 500


def shown(path: str) -> str:
    """`path` fit to be shown and stored: no control or direction marks, composed, its end kept when overlong."""
    return unicodedata.normalize("NFC", _HIDDEN.sub("", path[-4 * _LONGEST :]))[-_LONGEST:]


def plain(path: str) -> str:
    """The basename that readers match: casefolded, spaces as underscores, without the platform's numbering.

    `Comments_252701747.csv` is `comments.csv`, `tweets-part1.js` is `tweets.js`, `Saved Items (1).csv` is
    `saved_items.csv`, `message_1.json` is `message.json`.
    """
    base = PurePosixPath(shown(path).replace("\\", "/")).name.strip()
    dot = base.rfind(".")
    stem, ending = (base[:dot], base[dot:]) if dot > 0 else (base, "")
    while (shorter := _NUMBERED.sub("", stem)) != stem:
        stem = shorter
    return re.sub(r"\s", "_", f"{stem}{ending}".casefold())


def ending(path: str) -> str:
    """The last suffix with its dot, lower case, or nothing."""
    return PurePosixPath(path).suffix.lower()


def escapes(path: str) -> bool:
    """Whether a member's name would leave the folder it is unpacked into, on any system."""
    slashed = path.replace("\\", "/")
    return slashed.startswith("/") or ".." in slashed.split("/") or re.match(r"[A-Za-z]:", slashed) is not None
