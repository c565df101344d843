"""Plug folder: each file offers one `Way` to hear by mail."""
