"""What spreadsheets and databases write into a cell of which nothing is known.

A sign such as N/A is nobody's name. A word such as Null may be one: it is nothing only where all of the name is.
"""

_SIGNS = frozenset(("n/a", "n.a.", "#n/a", "-", "--", "---", "\u2013", "\u2014", ".", "?", "??", "???"))
_WORDS = frozenset(("null", "none", "undefined", "(null)", "(none)", "<null>", "[null]", "<none>"))


_NOTHING = _SIGNS | _WORDS
_LONGEST = max(map(len, _NOTHING))


def name_parts(*parts: str) -> tuple[str, ...]:
    """The parts of a name, those that say nothing empty: NULL NULL is nobody, Anna Null is herself."""
    known = tuple("" if _is_among(part, _SIGNS) else part for part in parts)
    is_anybody = any(part and not _is_among(part, _WORDS) for part in known)
    return known if is_anybody else tuple("" for _ in known)


def name(text: str) -> str:
    """A name written in one: empty where it says nothing."""
    return text if any(name_parts(*text.split())) else ""


def cell(text: str) -> str:
    """Any other cell: empty where it says nothing."""
    return "" if _is_among(text.strip(), _NOTHING) else text


def _is_among(text: str, words: frozenset[str]) -> bool:
    return len(text) <= _LONGEST and text.casefold() in words
