"""What people do on an ordinary day: check in, ask, answer, thank."""
