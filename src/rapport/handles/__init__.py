"""Ways to reach somebody and the places they are found at, each in the one form in which it is compared; pure rules."""
