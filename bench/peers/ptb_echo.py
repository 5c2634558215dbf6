"""A bare python-telegram-bot echo bot with default settings: `python -m bench.peers.ptb_echo URL TOKEN`."""

import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Answer with the same words."""
    assert update.message
    await update.message.reply_text(update.message.text or "")


def main(url: str, token: str) -> None:
    """Poll until killed."""
    application = Application.builder().token(token).base_url(f"{url}/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling(stop_signals=None)


if __name__ == "__main__":
    main(*sys.argv[1:])
