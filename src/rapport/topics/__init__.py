"""What people care about, under one name each, and where a text speaks of it; pure rules and one table, no database."""

from rapport.topics.table import LIMIT, NO_FONDNESS, Near, Topics, shipped

__all__ = ["LIMIT", "NO_FONDNESS", "Near", "Topics", "shipped"]
