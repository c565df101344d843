"""The rights of those in the book: a copy of all that is held, a month in the trash, erasure, and never again."""
