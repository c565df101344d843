"""Tools without domain words that every room may use."""
