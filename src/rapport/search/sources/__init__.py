"""Where search looks: one file for each group of results."""
