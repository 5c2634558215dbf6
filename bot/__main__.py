"""`python -m bot` is `kocbot`."""

import gc

gc.disable()  # what imports make stays for good: looking through it for garbage is a tenth of the start
from bot.start.cli import main  # noqa: E402

gc.enable()

if __name__ == "__main__":
    main()
