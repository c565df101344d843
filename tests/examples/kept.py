"""A promise that holds, against a floor."""

from rapport.site.developing.benchmark import Benchmark, Measured

kept = Benchmark("kept", "ms cpu", 3, lambda: Measured(value=10, floor=4), is_limit_in_floors=True)
