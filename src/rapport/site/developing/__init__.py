"""What those who work on Rapport run: tests, checks, benchmarks and pictures."""
