"""What a person's page shows of promises, favours and lists."""
