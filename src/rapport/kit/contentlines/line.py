"""One content line in parts, and its text."""

import re
from dataclasses import dataclass

_NAME = re.compile(r"\s*(?:([A-Za-z0-9_-]+)\.)?([A-Za-z0-9_-]+)\s*(?=[;:])")
_PARAM = re.compile(r'\s*([^=;:"]*)(?:=((?:"[^"]*"|\\.|[^;:"\\])*+))?\s*(?=[;:])')
_STRAY_QUOTES = re.compile(r"([^=;:]*)(?:=([^;:]*))?(?=[;:])")
_QUOTED_OR_ESCAPED = re.compile(r'"([^"]*)"|\\([\\,;:"])')
_CARET = re.compile(r"\^([n'^])")
_CARETS = {"n": "\n", "'": '"', "^": "^"}
_ESCAPE = re.compile(r"\\([nN,;:\\])")
_SPECIAL = re.compile(r"\r\n?|[\\,;\n]")
_BREAKS = frozenset({"\n", "\r", "\r\n"})
MOST_PARAMS = 100


@dataclass(frozen=True)
class Line:
    """`[group.]NAME;PARAM=...:value`. `value` is as escaped in the file; `text` is what it says.

    A parameter without a name, as vCard 2.1 has them (`TEL;CELL:`), is filed under TYPE.
    """

    name: str
    value: str
    params: tuple[tuple[str, str], ...] = ()
    group: str = ""

    @property
    def text(self) -> str:
        return unescape(self.value).strip()

    def param(self, name: str) -> str:
        """The first value of a parameter, or nothing."""
        return next((value for key, value in self.params if key == name), "")

    def types(self) -> tuple[str, ...]:
        """The words of all TYPE parameters, lower case, in order."""
        words = (word.strip().casefold() for key, value in self.params if key == "TYPE" for word in value.split(","))
        return tuple(dict.fromkeys(word for word in words if word))


def parse(text: str) -> Line | None:
    """The parts of one unfolded line, or None where it is no content line. Linear in its length."""
    found = _NAME.match(text)
    if found is None:
        return None
    at = found.end()
    params: list[tuple[str, str] | None] = []
    while text[at] == ";" and len(params) < MOST_PARAMS:
        param = _PARAM.match(text, at + 1) or _STRAY_QUOTES.match(text, at + 1)
        if param is None:
            return None
        at = param.end()
        params.append(_pair(param[1].strip(), param[2]))
    if text[at] != ":":
        return None
    return Line(found[2].upper(), text[at + 1 :], tuple(filter(None, params)), found[1] or "")


def unescape(value: str) -> str:
    if "\\" not in value:
        return value
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def escape(text: str) -> str:
    """Text as the value of a line, or as one part of a structured or listed value."""
    return _SPECIAL.sub(lambda found: "\\n" if found[0] in _BREAKS else "\\" + found[0], text)


def split(value: str, separator: str) -> list[str]:
    """The parts of a structured (`;`) or listed (`,`) value, each still escaped."""
    if "\\" not in value:
        return value.split(separator)
    parts, at = [""], 0
    for found in re.finditer(rf"\\.|{re.escape(separator)}", value, re.DOTALL):
        if found[0] == separator:
            parts[-1] = value[at : found.start()]
            parts.append("")
            at = found.end()
    parts[-1] = value[at:]
    return parts


def texts(value: str, separator: str) -> list[str]:
    """The parts of a structured or listed value, unescaped and trimmed; empty parts stay where position matters."""
    return [unescape(part).strip() for part in split(value, separator)]


def _pair(name: str, value: str | None) -> tuple[str, str] | None:
    if not name:
        return None
    if value is None:
        return ("ENCODING", name.upper()) if name.upper() in _BARE_ENCODINGS else ("TYPE", name)
    bare = _QUOTED_OR_ESCAPED.sub(lambda found: found[1] if found[2] is None else found[2], value.strip())
    return name.upper(), _CARET.sub(lambda found: _CARETS[found[1]], bare)


_BARE_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT"})
