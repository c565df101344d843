"""Settings, addresses and commands: the only room that sees all others."""
