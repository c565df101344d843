"""Who may enter: accounts, members, invitations, the hub's own settings."""
