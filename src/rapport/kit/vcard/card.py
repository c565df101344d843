"""What the reader yields and the writer takes."""

from dataclasses import dataclass, field

from rapport.kit.contentlines.line import Line


@dataclass(frozen=True)
class Card:
    """One card without its BEGIN, VERSION and END. Values are escaped as in 4.0 and binary is a `data:` address,
    whatever the version it came in, so that equal content gives equal cards.

    `number`: the file's line it begins at. `is_closed`: it had an END. `flaws`: lines that could not be read.
    `cuts`: names of lines that were too long, with only their beginning kept, or nothing of a picture.
    """

    lines: tuple[Line, ...]
    number: int = field(default=0, compare=False)
    is_closed: bool = field(default=True, compare=False)
    flaws: tuple[int, ...] = field(default=(), compare=False)
    cuts: tuple[str, ...] = field(default=(), compare=False)

    def first(self, *names: str) -> str:
        """The text of the first line that has one of the names and says something; earlier names win."""
        for name in names:
            for line in self.lines:
                if line.name == name and line.text:
                    return line.text
        return ""

    def all(self, *names: str) -> list[Line]:
        """The lines of these names in file order."""
        return [line for line in self.lines if line.name in names]


@dataclass(frozen=True)
class Stray:
    """Lines that stand outside of any card; `number` is the first of them."""

    number: int
