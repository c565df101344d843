"""In what order the comments on a post are read: each answer below what it answers, the oldest first."""

from collections.abc import Collection, Iterable

DEEPEST = 4  # how far answers are set in; the tree itself goes on


def in_order(rows: Iterable[tuple[int, int | None]], hidden: Collection[int] = ()) -> list[tuple[int, int]]:
    """Rows of (number, the number it answers or None), the oldest first, as (number, how far it is set in). Answers
    to what is `hidden` stand where that would have stood."""
    parents: dict[int, int | None] = {}
    below: dict[int | None, list[int]] = {}
    for number, parent in rows:
        parents[number] = parent
        if number not in hidden:
            above = parent
            while above in hidden:
                above = parents.get(above) if above is not None else None
            below.setdefault(above if above in parents else None, []).append(number)
    ordered: list[tuple[int, int]] = []
    waiting = [(number, 0) for number in reversed(below.get(None, []))]
    while waiting:
        number, depth = waiting.pop()
        ordered.append((number, min(depth, DEEPEST)))
        waiting += [(answer, depth + 1) for answer in reversed(below.get(number, []))]
    return ordered
