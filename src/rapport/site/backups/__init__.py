"""Copies of a whole hub: written while it serves, put back while it rests."""
