"""How people reach events and resources."""
