"""The command line, the configuration, and the bot as it runs."""
