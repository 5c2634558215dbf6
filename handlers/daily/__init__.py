"""How people reach what they do on an ordinary day."""
