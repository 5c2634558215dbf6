"""The bots we are measured against: bare echo bots with their library's default settings."""
