"""One measured figure beside the one to reach."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """`reach` None: told for its own sake. `places`: the decimals in which the two are compared."""

    name: str
    set: str
    value: float
    reach: float | None = None
    places: int = 3
    at_most: bool = False

    @property
    def is_reached(self) -> bool:
        if self.reach is None:
            return True
        shown = round(self.value, self.places)
        return shown <= self.reach if self.at_most else shown >= self.reach


def mean(figures: Sequence[Figure], sets: int, reach: float) -> list[Figure]:
    """The mean over sets, each counting alike; held to `reach` only when all `sets` are there. Nothing of nothing."""
    if not figures:
        return []
    value = sum(each.value for each in figures) / len(figures)
    return [Figure(figures[0].name, "mean", value, reach if len(figures) == sets else None)]
