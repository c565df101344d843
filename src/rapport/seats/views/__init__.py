"""Pages of seats and of the tree of professions."""
