"""A promise that does not hold, and a benchmark that chatters."""

import sys

from rapport.site.developing.benchmark import Benchmark, Measured


def run() -> Measured:
    sys.stdout.write("warming up\n")
    return Measured(value=51, peak_mb=120.4)


missed = Benchmark("missed", "ms", 50, run)
