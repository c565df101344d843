"""The layers of a life: about 5, 15, 50, 150 and 500 people, cut by rank and never by clustering.

Layers are cumulative, as Dunbar counts them: the five are among the fifteen. They say how many people there is room
for, nothing about the people.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

SIZES = (5, 15, 50, 150, 500)

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Standing(Generic[K]):
    """One person to be placed: strength today, strength 30 days ago, and the layer the owner pinned them to."""

    key: K
    now: float
    then: float
    pin: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """`layer` is one of SIZES; `today` the layer by today's rank alone, None beyond the last.

    Somebody is held when an earlier rank still keeps them further in than today's would.
    """

    layer: int
    today: int | None
    is_pinned: bool = False

    @property
    def is_held(self) -> bool:
        return not self.is_pinned and self.layer != self.today


@dataclass(frozen=True, slots=True)
class Room:
    """How full a layer is: `taken` of `size` places, all inner layers included."""

    size: int
    taken: int

    @property
    def over(self) -> int:
        return max(0, self.taken - self.size)


def place(standings: Sequence[Standing[K]]) -> dict[K, Place]:
    """Who stands in which layer; people without any strength, and those beyond the last layer, are left out.

    A person stands in the inner one of the layers by today's rank and by the rank of 30 days ago, so that one busy
    month does not turn a life over. A pin holds whatever the rank, and takes its place from the unpinned. Equal
    strengths keep the order given (callers order by name, then number). A pin that is no layer is a ValueError.
    """
    pins = [standing.pin for standing in standings if standing.pin is not None]
    if unknown := set(pins) - set(SIZES):
        raise ValueError(f"no such layer: {sorted(unknown)}")
    free = [standing for standing in standings if standing.pin is None]
    bounds = [(size, size - sum(pin <= size for pin in pins)) for size in SIZES]
    now = _cut(bounds, [(standing.key, standing.now) for standing in free])
    then = _cut(bounds, [(standing.key, standing.then) for standing in free])
    places = {standing.key: Place(standing.pin, standing.pin, True) for standing in standings if standing.pin}
    for standing in free:
        layers = [cut[standing.key] for cut in (now, then) if standing.key in cut]
        if layers and standing.now > 0:
            places[standing.key] = Place(min(layers), now.get(standing.key))
    return places


def rooms(places: Iterable[Place]) -> tuple[Room, ...]:
    """The fullness of all five layers, innermost first. More than `size` happens: pins and earlier ranks hold."""
    layers = [each.layer for each in places]
    return tuple(Room(size, sum(layer <= size for layer in layers)) for size in SIZES)


def could_rest(standings: Sequence[Standing[K]], places: Mapping[K, Place]) -> list[K]:
    """Whom an overfull layer could let rest, weakest first: those held by an earlier rank only, never a pinned one.
    A proposal for the owner; nothing here ends a tie."""
    excess = max((room.over for room in rooms(places.values())), default=0)
    held = [standing for standing in standings if standing.key in places and places[standing.key].is_held]
    return [standing.key for standing in sorted(held, key=lambda standing: standing.now)][:excess]


def _cut(bounds: Sequence[tuple[int, int]], strengths: Iterable[tuple[K, float]]) -> dict[K, int]:
    ranked = sorted((pair for pair in strengths if pair[1] > 0), key=lambda pair: -pair[1])
    cut: dict[K, int] = {}
    for rank, (key, _) in enumerate(ranked, start=1):
        layer = next((size for size, bound in bounds if rank <= bound), None)
        if layer is None:
            break
        cut[key] = layer
    return cut
