"""Pages of search: looking for somebody, and narrowing your people."""
