"""One file per kind of suggestion."""
