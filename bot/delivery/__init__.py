"""Out to Telegram."""
