"""Where search looks on the hub: one file for each group of results."""
