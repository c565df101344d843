"""What a benchmark is, what it finds out, and how that is told."""

import gc
import resource
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Measured:
    """`value` in the benchmark's unit; `floor`: the same work by the barest means, in the same run (None: there is
    none); `peak_mb`: the most memory held, if not simply that of the benchmark's own process."""

    value: float
    floor: float | None = None
    peak_mb: float | None = None


@dataclass(frozen=True)
class Benchmark:
    """One promise. `limit` is in `unit`, or a multiple of the floor where `is_limit_in_floors`; `most_mb` is the memory
    that may be held for it, where that is promised too.

    `run` finds Django set up, an empty data folder and no tables (`call_command("migrate")` makes them).
    """

    name: str
    unit: str
    limit: float
    run: Callable[[], Measured]
    is_limit_in_floors: bool = False
    most_mb: int | None = None


@dataclass(frozen=True)
class Row:
    """What `bench --json` says of one benchmark; `limit` always in `unit`. `ok`: both time and memory keep theirs."""

    name: str
    value: float | None
    unit: str
    limit: float | None
    floor: float | None = None
    ratio: float | None = None
    ok: bool = False
    peak_mb: int | None = None
    most_mb: int | None = None


def cpu_ms(act: Callable[[], object], *, times: int = 5) -> float:
    """Milliseconds of CPU that one `act` costs this process, in the median of `times`. What was built up to be measured
    is out of the sight of the garbage collector, as it is in a served process."""
    gc.collect()
    gc.freeze()
    costs = []
    for _ in range(times):
        began = time.process_time()
        act()
        costs.append(time.process_time() - began)
    return statistics.median(costs) * 1000


def row(benchmark: Benchmark, measured: Measured) -> Row:
    limit: float | None = benchmark.limit
    if benchmark.is_limit_in_floors:
        limit = None if measured.floor is None else benchmark.limit * measured.floor
    peak = round(measured.peak_mb or _peak_mb())
    return Row(
        name=benchmark.name,
        value=round(measured.value, 4),
        unit=benchmark.unit,
        limit=None if limit is None else round(limit, 4),
        floor=None if measured.floor is None else round(measured.floor, 4),
        ratio=round(measured.value / measured.floor, 2) if measured.floor else None,
        ok=limit is not None and measured.value <= limit and (benchmark.most_mb is None or peak <= benchmark.most_mb),
        peak_mb=peak,
        most_mb=benchmark.most_mb,
    )


def _peak_mb() -> float:
    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, the others kilobytes
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1024**2
