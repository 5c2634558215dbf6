"""What a brand decides: the sections of its configuration, laid over defaults."""
