"""How owner and person have been in touch: interactions, contact days, strength, layers."""
