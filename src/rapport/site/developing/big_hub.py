"""A large hub for benchmarks: invented, the same every time, made by plain inserts."""

from datetime import timedelta
from random import Random

import numpy as np
from django.core.management import call_command
from django.db import connection, transaction

from rapport.kit.bulk import chunks, insert
from rapport.members.models import Account, Member
from rapport.network.closeness import Ints
from rapport.network.models import Connection, Neighbours
from rapport.network.packing import pack
from rapport.site.developing.big import GIVEN, NOW, family

YEARS = timedelta(days=5 * 365)


def big_hub(members: int, connections: int) -> list[int]:
    """Ids of that many members, with about as many connections between them: most of them near by, as people know one
    another's neighbours, a tenth anywhere, and some know far more than others."""
    call_command("migrate", verbosity=0)
    with transaction.atomic():
        ids = _members(members)
        one, other, day = _connections(members, connections)
        source, ends, days = np.concatenate((one, other)), np.concatenate((other, one)), np.concatenate((day, day))
        order = np.lexsort((ends, source))  # in the order of the index, which makes it ten times as fast
        _connect(np.array(ids), source[order], ends[order], days[order])
    return ids


def _members(count: int) -> list[int]:
    random = Random(7)  # noqa: S311 - nothing secret
    joined = NOW - YEARS
    accounts = [(f"m{n}@big.example", "!", True, joined) for n in range(count)]
    insert(Account, ("email", "password", "is_active", "joined_at"), accounts)
    held = list(Account.objects.order_by("pk").values_list("pk", flat=True))
    columns = ("account_id", "handle", "name", "is_host", "zone", "language", "region", "minutes", "theme")
    rows = [
        (pk, f"m{n}", f"{random.choice(GIVEN)} {family(random)}", False, "UTC", "en", "", 15, "")
        for n, pk in enumerate(held)
    ]
    insert(Member, columns, rows)
    return list(Member.objects.order_by("pk").values_list("pk", flat=True))


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
