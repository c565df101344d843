"""Find anybody in the book, and what one may see on the hub, by any fragment, and narrow the list of your people."""
