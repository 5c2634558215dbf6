"""The rules of challenges, of what is handed in, and of its review."""
