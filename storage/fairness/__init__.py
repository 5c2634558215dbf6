"""What we remember of what staff gave."""
