"""The private book: the people one owner knows, and every fact about them with its source."""
