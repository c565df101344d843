"""Find anybody by any fragment."""
