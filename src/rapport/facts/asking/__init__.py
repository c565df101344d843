"""What is asked about each kind of fact, and the claim that follows from the answer."""
