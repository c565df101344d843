"""One file per archive kind."""
