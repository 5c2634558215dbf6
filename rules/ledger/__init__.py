"""What an entry is and what becomes of it."""
