"""`python -m bot` is `kocbot`."""

from bot.cli import main

main()
