"""From Telegram into the inbox."""
