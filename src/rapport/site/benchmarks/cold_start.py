"""`rapport up` on a folder that is there already: from the command to the first page that is answered.

Counted is the CPU of all its processes, the stopping included: never less than one waits on a machine that is at
nothing else, and the same on a busy one.
"""

import resource
import statistics
import subprocess
import sys
from collections.abc import Callable

from django.core.management import call_command

from rapport.site.developing.benchmark import Benchmark, Measured
from rapport.site.developing.served import served

STARTS = 5


def run() -> Measured:
    call_command("migrate", verbosity=0)
    _start()  # fills the folder's cache of compiled pages
    return Measured(_cpu(_start), floor=_cpu(_barely))


def _start() -> None:
    with served():
        pass


def _barely() -> None:
    """Python, the framework and the server loaded, and nothing served."""
    subprocess.run([sys.executable, "-c", "import django.core.handlers.wsgi, granian.server"], check=True)


def _cpu(act: Callable[[], None]) -> float:
    """Seconds of CPU that the processes started by `act` cost, in the median of several times."""
    costs = []
    for _ in range(STARTS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        act()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        costs.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(costs)


START = Benchmark("cold-start", "s cpu", 2, run)
