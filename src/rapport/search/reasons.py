"""Why something was found, where its name does not say it."""

from collections.abc import Callable, Sequence

from rapport.kit import fts
from rapport.search.finder import Reason
from rapport.search.marking import holds, marked
from rapport.search.query import Query

MOST = 2


def reasons(
    shown: str,
    lines: Sequence[fts.Line],
    query: Query,
    label: Callable[[str], str],
    said: Callable[[fts.Line], str] = lambda line: line.text,
) -> list[Reason]:
    """For each word that what is `shown` anyway does not explain, the first line that does. `label` says what the line
    of a field is, `said` how it is written on pages."""
    found: dict[fts.Line, Reason] = {}
    for group in dict.fromkeys(group for way in query.ways for group in way):
        if holds(shown, group):
            continue
        line = next((line for line in lines if holds(line.text, group)), None)
        if line is not None and line not in found:
            found[line] = Reason(label(line.field), marked(said(line), query.marks))
    return list(found.values())[:MOST]
