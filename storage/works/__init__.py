"""What we remember of challenges and works."""
