"""What a member shows of themselves and to whom, the directory of members, and "Is this the Bo you know?"."""
