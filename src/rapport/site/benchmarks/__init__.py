"""Plug folder: each file offers one `Benchmark` of something the docs promise."""
