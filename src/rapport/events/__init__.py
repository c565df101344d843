"""Gatherings: their dates, who comes, who waits, who was there, and whom one meets."""
