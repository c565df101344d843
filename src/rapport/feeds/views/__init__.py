"""Addresses of feeds, and the pages about them."""
