"""A benchmark that breaks off."""

from rapport.site.developing.benchmark import Benchmark, Measured


def run() -> Measured:
    raise SystemExit(3)


torn = Benchmark("torn", "ms", 50, run)
