"""How people agree, are given, taken from, and ask why."""
