"""Quick enough, but holding more memory than was promised."""

from rapport.site.developing.benchmark import Benchmark, Measured

heavy = Benchmark("heavy", "s", 50, lambda: Measured(value=1, peak_mb=120.4), most_mb=119)
