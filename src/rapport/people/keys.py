"""Normal forms: two rows with the same key say the same thing. Display text is never changed, only compared."""

import re
from hashlib import sha256

from unidecode import unidecode

_WORD = re.compile(r"\w+")


def folded(text: str, limit: int = 300) -> str:
    """Lower case, ASCII, single spaces: 'Øystein  Bråten' and 'oystein braten' are equal. Never empty for a
    non-empty text (signs that have no letters stand for themselves)."""
    words = _WORD.findall(unidecode(text).casefold().replace("_", " "))
    return (" ".join(words) or " ".join(text.casefold().split()))[:limit]


def digest(text: str) -> str:
    """A short stable name for a long text."""
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


def identity(platform: str, handle: str) -> str:
    """`platform:handle`, the handle casefolded; over-long ones by digest, so that the column holds every key."""
    normal = handle.strip().casefold()
    return f"{platform}:{normal}" if len(normal) <= 320 else f"{platform}:#{digest(normal)}"


def job(organization: str, title: str) -> str:
    return f"{organization_name(organization)[:190]}|{folded(title)[:190]}"


def day(kind: str, on: str) -> str:
    return f"{folded(kind, 60)}:{on}"


def relation(kind: str, name: str) -> str:
    return f"{folded(kind, 60)}:{folded(name)}"


def interest(topic: str, platform: str) -> str:
    return f"{topic}|{platform}"


def met(channel: str, how: str, on: str) -> str:
    return f"{channel}|{on}|{digest(folded(how, 4000))}"


def field(name: str, value: str) -> str:
    return f"{name[:300]}|{digest(value)}"


def record(source: str, account: str, key: str) -> str:
    """The source's own key for somebody; per archive owner, because keys such as names mean nothing beyond him."""
    return native(source, f"{account}:{key}" if source != BOOK else key, 400)


BOOK = "rapport"


def native(source: str, key: str, limit: int) -> str:
    """A source's own key as the book holds it. A book that was exported tells the keys of other sources: these come
    as they are, so that the same is met again whether it comes from there or from here."""
    whole = key if source == BOOK else f"{source}:{key}"
    return whole if len(whole) <= limit else f"{source}:#{digest(whole)}"


_FORM = re.compile(
    r"\b(?:ltd|limited|llc|inc|incorporated|corp|corporation|co|company|plc|gmbh|ag|kg|ohg|ug|sa|sas|sarl|srl|spa|bv|nv|"
    r"ab|as|aps|oy|oyj|kk|pty|pte|llp|lp|ev|mbh|group|the)\b"
)


def organization_name(name: str) -> str:
    """The firm without its legal form: 'Harbour Hotel Ltd.' and 'Harbour Hotel' are one organization."""
    whole = folded(name)
    return " ".join(_FORM.sub(" ", whole).split()) or whole
