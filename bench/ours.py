"""The real bot for the arena: `python -m bench.ours URL TOKEN DATABASE [CALLS_PER_SECOND]`.

The same App as `kocbot run`; the config allows Telegram's own limits at most, and a race without limits needs more.
"""

import gc
import sys

gc.disable()  # as `kocbot` does while it imports
sys.modules["click"] = None  # type: ignore[assignment]  # a tool of ours brings it; httpx would load more

from bot import logs
from bot.clock import SystemClock
from bot.delivery.pace import Limits
from bot.start import process
from bot.start.app import App, Wiring
from rules.programme.programme import Programme
from storage.engine.engines import engine_at

gc.enable()


async def main(url: str, token: str, database: str, calls_per_second: str = "100000") -> None:
    """Run until told to stop."""
    logs.set_up("WARNING")
    overall = float(calls_per_second)
    limits = Limits(overall) if overall <= 30 else Limits(overall, overall, int(overall * 60))
    await process.until_told(App(Programme(), Wiring(token, url, engine_at(database), SystemClock(), limits=limits)))


if __name__ == "__main__":
    process.run(main(*sys.argv[1:]))
