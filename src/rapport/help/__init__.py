"""Asking one another for advice, answering, and giving thanks."""
