"""A Telegram of our own on this machine, to play, test and measure in."""
