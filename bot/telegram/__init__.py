"""The Bot API, called."""
