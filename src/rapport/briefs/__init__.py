"""The evening before a gathering and the morning after: who comes and what to say, who was met and what to keep."""
