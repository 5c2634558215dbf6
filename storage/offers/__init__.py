"""What we remember of events, seats, resources and applications."""
