"""Pages of one's network, and what is done about one member."""
