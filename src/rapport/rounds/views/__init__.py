"""Pages of the morning."""
