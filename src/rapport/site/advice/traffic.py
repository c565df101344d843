"""Public records of who wrote to whom and when, as contact histories of their owners.

Every set becomes sender, receiver and time in days from its first message. `owners` are those whose own traffic is
nearly completely recorded; None where everybody's is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rapport.ties.strength import Floats

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a set lies, which columns say who, to whom and when, and the part of its time worth reading."""

    file: str
    columns: tuple[int, int, int] = (0, 1, 2)
    part: tuple[float, float] = (0.0, 1.0)
    owners: str = ""


LAYOUTS = {
    "college": Layout("temporal/CollegeMsg.txt"),
    "dnc": Layout("temporal/dnc-temporalGraph.txt", part=(0.02, 1.0)),
    "enron": Layout("temporal/enron.edges", (0, 1, 3), (0.02, 0.999)),
    "eu": Layout("temporal/email-Eu-core-temporal.camicop.txt"),
    "radoslaw": Layout("temporal/radoslaw_email.txt", (0, 1, 3)),
    "rtexts": Layout("temporal/text-Reality.txt", (0, 1, 2), (0.005, 0.995), "temporal/core-text-Reality.txt"),
}


@dataclass(frozen=True, slots=True)
class Traffic:
    sender: Ints
    receiver: Ints
    at: Floats
    owners: frozenset[int] | None

    @property
    def length(self) -> float:
        """Days."""
        return float(self.at.max())


def read(folder: Path, name: str) -> Traffic | None:
    """A set of the folder in the order of time, without messages to oneself; None where it is not there."""
    layout = LAYOUTS[name]
    if not (folder / layout.file).is_file():
        return None
    rows = np.loadtxt(folder / layout.file, comments="%", usecols=layout.columns, ndmin=2)
    days = (rows[:, 2] - rows[:, 2].min()) / DAY
    first, last = np.quantile(days, layout.part)
    kept = (days >= first) & (days <= last) & (rows[:, 0] != rows[:, 1])
    rows, days = rows[kept], days[kept]
    order = np.argsort(days, kind="stable")
    owners = None
    if layout.owners:
        owners = frozenset(int(each) for each in np.loadtxt(folder / layout.owners, ndmin=1))
    return Traffic(rows[order, 0].astype(int), rows[order, 1].astype(int), days[order] - days.min(), owners)


class History:
    """One owner's touches with everybody, searchable at any moment for all of them at once.

    Times are held as `alter x span + day`, so that one search answers for every alter.
    """

    def __init__(self, out_to: Ints, out_at: Floats, in_from: Ints, in_at: Floats, length: float) -> None:
        _, alter = np.unique(np.concatenate((out_to, in_from)), return_inverse=True)
        self.count = int(alter.max()) + 1
        self._base = np.arange(self.count) * (2 * length + 10)
        is_out = np.arange(len(alter)) < len(out_to)
        keys = self._base[alter] + np.concatenate((out_at, in_at))
        days = self._base[alter] + np.floor(np.concatenate((out_at, in_at)))
        self.any, self.days = np.sort(keys), np.unique(days)
        self.out, self.out_days = np.sort(keys[is_out]), np.unique(days[is_out])
        self.in_days = np.unique(days[~is_out])

    def before(self, keys: Floats, now: float) -> Ints:
        """How many of `keys` each alter has before `now`."""
        counted: Ints = np.searchsorted(keys, self._base + now) - np.searchsorted(keys, self._base)
        return counted

    def last(self, keys: Floats, now: float) -> Floats:
        """The last of `keys` before `now` for each alter, minus infinity where there is none."""
        at = np.searchsorted(keys, self._base + now)
        found = np.concatenate(([-np.inf], keys))[at] - self._base
        return np.where(self.before(keys, now) > 0, found, -np.inf)

    def of(self, keys: Floats, alter: int, now: float) -> Floats:
        """One alter's `keys` before `now`."""
        low, high = np.searchsorted(keys, (self._base[alter], self._base[alter] + now))
        found: Floats = keys[low:high] - self._base[alter]
        return found


def histories(traffic: Traffic, least: int, most: int) -> Iterator[History]:
    """Histories of owners who wrote and who know at least `least` people; of many owners the same `most` each time."""
    everybody = np.union1d(traffic.sender, traffic.receiver)
    by_sender, by_receiver = np.argsort(traffic.sender, kind="stable"), np.argsort(traffic.receiver, kind="stable")
    senders, receivers = traffic.sender[by_sender], traffic.receiver[by_receiver]
    parts: dict[int, tuple[Ints, Ints]] = {}
    for owner in everybody:
        out = by_sender[slice(*np.searchsorted(senders, (owner, owner + 1)))]
        inn = by_receiver[slice(*np.searchsorted(receivers, (owner, owner + 1)))]
        alters = np.union1d(traffic.receiver[out], traffic.sender[inn])
        if len(out) and len(alters) >= least and (traffic.owners is None or int(owner) in traffic.owners):
            parts[int(owner)] = (out, inn)
    chosen = sorted(parts)
    if len(chosen) > most:
        chosen = list(np.random.default_rng(0).choice(chosen, most, replace=False))
    for owner in chosen:
        out, inn = parts[int(owner)]
        to, sender = traffic.receiver[out], traffic.sender[inn]
        yield History(to, traffic.at[out], sender, traffic.at[inn], traffic.length)
