"""What we remember of running it."""
