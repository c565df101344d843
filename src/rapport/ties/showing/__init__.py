"""What pages show of how two have been in touch."""
