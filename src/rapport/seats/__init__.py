"""Seats of one per profession in a group: the tree of professions, who holds a seat, who stands in line for it."""
