"""Find anybody by any fragment, and narrow the list of your people."""
