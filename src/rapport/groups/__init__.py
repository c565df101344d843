"""Groups of members, online and in rooms: who belongs, who sees to them, and how one comes in."""
