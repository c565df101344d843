"""What was promised, done for one another, and whom one wants to know; private lists."""
