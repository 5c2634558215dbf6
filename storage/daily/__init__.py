"""What we remember of ordinary days."""
