"""What people do about challenges: set, hand in, review."""
