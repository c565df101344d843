"""A large hub for benchmarks: invented, the same every time, made by plain inserts."""

from datetime import timedelta

import numpy as np
from django.db import connection, transaction

from rapport.kit.bulk import chunks, insert
from rapport.network.closeness import Ints
from rapport.network.models import Connection, Neighbours
from rapport.network.packing import pack
from rapport.site.developing.big import NOW
from rapport.site.developing.big_members import big_members

YEARS = timedelta(days=5 * 365)


def big_hub(members: int, connections: int) -> list[int]:
    """Ids of that many members, with about as many connections between them: most of them near by, as people know one
    another's neighbours, a tenth anywhere, and some know far more than others."""
    ids = big_members(members, joined=NOW - YEARS)
    with transaction.atomic():
        one, other, day = _connections(members, connections)
        source, ends, days = np.concatenate((one, other)), np.concatenate((other, one)), np.concatenate((day, day))
        order = np.lexsort((ends, source))  # in the order of the index, which makes it ten times as fast
        _connect(np.array(ids), source[order], ends[order], days[order])
    return ids


def _connections(members: int, count: int) -> tuple[Ints, Ints, Ints]:
    draw = np.random.default_rng(7)
    wanted = int(count * 1.2)
    one = (members * draw.random(wanted) ** 1.3).astype(np.int64)
    step = np.where(draw.random(wanted) < 0.1, draw.integers(1, members, wanted), draw.geometric(1 / 60, wanted))
    other = (one + step) % members
    pairs = np.unique(np.stack((np.minimum(one, other), np.maximum(one, other)), axis=1), axis=0)
    pairs = draw.permutation(pairs[pairs[:, 0] != pairs[:, 1]])[:count]
    return pairs[:, 0], pairs[:, 1], draw.integers(0, YEARS.days, len(pairs))


def _connect(numbers: Ints, source: Ints, ends: Ints, day: Ints) -> None:
    first = NOW - YEARS
    moments = [connection.ops.adapt_datetimefield_value(first + timedelta(days=n)) for n in range(YEARS.days)]
    begin, to, since = numbers[source].tolist(), numbers[ends].tolist(), day.tolist()
    rows = ((a, b, moments[n], False) for a, b, n in zip(begin, to, since, strict=True))
    for part in chunks(rows, 100_000):
        insert(Connection, ("member_id", "other_id", "since", "is_living_room"), part)
    starts = np.searchsorted(source, np.arange(len(numbers) + 1)).tolist()
    days = (day + first.toordinal()).tolist()
    packed = (
        (int(number), pack(zip(to[at:end], days[at:end], strict=True)))
        for number, at, end in zip(numbers, starts, starts[1:], strict=False)
    )
    for part in chunks(packed, 5000):
        insert(Neighbours, ("member_id", "packed"), part)
