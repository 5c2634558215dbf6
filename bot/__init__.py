"""How it runs. The only package (beside the sandbox) that knows Telegram, asyncio, the scheduler and the clock."""

import os

# python-telegram-bot will give durations as timedelta one day; asked for now, it does not warn at each 429.
os.environ.setdefault("PTB_TIMEDELTA", "1")
