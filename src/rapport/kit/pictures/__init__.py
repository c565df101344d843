"""Photographs from outside: made small and plain, in a process that can do nothing else."""
