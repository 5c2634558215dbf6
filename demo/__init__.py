"""A lively community to look at, with the real bot behind it."""
