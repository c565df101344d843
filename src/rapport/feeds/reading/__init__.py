"""Feeds of others, read by a process that can do nothing else."""
