"""Pages of looking after the place."""
