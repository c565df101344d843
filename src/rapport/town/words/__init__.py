"""The town's words: names, places, trades, passions and sentences, kept as tables that anybody can read and extend."""

from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a word list, without empty ones."""
    return tuple(line for line in (_HERE / name).read_text(encoding="utf-8").splitlines() if line.strip())


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The cells of a tab-separated word list."""
    return tuple(tuple(line.split("\t")) for line in lines(name))


@cache
def text(name: str) -> str:
    """The whole of a text, without the empty line at its end."""
    return (_HERE / name).read_text(encoding="utf-8").strip()
