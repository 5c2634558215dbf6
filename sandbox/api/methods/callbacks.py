"""answerCallbackQuery: not limited, but only once and within 150 seconds."""

from __future__ import annotations

from sandbox.api.methods.call import Call, method
from sandbox.text.entities import units
from sandbox.world.pressing import Answer, answer
from sandbox.world.refusals import bad_request

MOST_TOAST = 200


@method("answerCallbackQuery")
def answer_callback_query(call: Call) -> object:
    """A toast, an alert, or a link to open."""
    params = call.params
    text = params.text("text")
    if units(text) > MOST_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    url = params.text("url")
    if url and not _allowed(call, url):
        raise bad_request("URL_INVALID")
    answer(call.world, params.text("callback_query_id"), Answer(text, params.flag("show_alert"), url))
    return True


def _allowed(call: Call, url: str) -> bool:
    name = call.world.bot.username
    return url.startswith((f"https://t.me/{name}?", f"t.me/{name}?", f"tg://resolve?domain={name}"))
