"""Groups of members, online and in rooms: who belongs, how one comes in, and seats of one per profession."""
