"""Rapport: a social business network you own."""
