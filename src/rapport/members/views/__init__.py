"""Pages of coming in, settings and hosting."""
