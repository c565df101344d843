"""What two members write to each other: a thread of messages, begun by connections at once and by strangers once."""
