"""The pages of being in touch: the time line, touches written down, rhythm and rest, roles, who has gone quiet."""
