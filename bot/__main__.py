"""`python -m bot` is `kocbot`."""

from bot.start.cli import main

main()
