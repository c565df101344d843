"""Four benchmarks for the runner's own tests."""
