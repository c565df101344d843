"""LinkedIn's lists in one cell: `[handle]`, `[PERSONAL:https://a.example,BLOG:https://b.example]`."""

import re
from collections.abc import Iterator

_LABEL = re.compile(r"([A-Z][A-Z_ ]{1,30}):(?!//)(.+)")


def listed(cell: str) -> Iterator[tuple[str, str]]:
    """Each item with its label in lower case (or an empty one)."""
    for item in re.split(r"[,;]", cell.strip("[] ")):
        match = _LABEL.fullmatch(item.strip())
        if match:
            yield match[1].strip().casefold(), match[2].strip()
        elif item.strip():
            yield "", item.strip()
