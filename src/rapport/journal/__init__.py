"""What members did on the hub, written once; other rooms read it."""
