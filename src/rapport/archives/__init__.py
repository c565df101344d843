"""The door for files: what is dropped is recognised, read, shown, and brought into the book."""
