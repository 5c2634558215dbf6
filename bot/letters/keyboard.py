"""Inline keyboards: buttons become rows with random tokens, the chat carries the token alone."""

import secrets
from collections.abc import Callable
from typing import Any

from handlers.effects import Button, Copy, Keyboard, Link
from rules.labels import unambiguous
from storage.engine.tx import Tx
from storage.post import buttons, dialogues, labels

TOKEN_BYTES = 12


def markup(
    tx: Tx,
    keyboard: Keyboard,
    label: Callable[[str, Any], str],
    *,
    chat_id: int,
    presser: int | None,
    now: int,
    bot_username: str,
) -> dict[str, Any] | None:
    """Telegram's `reply_markup` for a keyboard; `presser` is the member its buttons are for (None: anyone)."""
    if not keyboard:
        return None

    def drawn(button: Button | Link | Copy) -> dict[str, Any]:
        text = label(button.label, button.outcome)
        text = text if isinstance(button, Copy) or not button.mark else f"{button.mark} {text}"
        match button:
            case Button(standing=True):
                return {"text": text, "callback_data": f"{button.action}:{button.data['words']}"}
            case Button():
                token = secrets.token_urlsafe(TOKEN_BYTES)
                member = None if button.anyone else (button.member or presser)
                data = dict(button.data)
                buttons.put(tx, token, button.action, data, member, chat_id, button.once, now + button.lasts_s)
                if button.corrects and member is not None:
                    dialogues.preview(tx, member, button.corrects, data, now + button.lasts_s, now)
                style = {"style": button.style} if button.style else {}
                return {"text": f"✓ {text}" if button.ticked else text, "callback_data": token, **style}
            case Copy():
                return {"text": text, "copy_text": {"text": button.text}}
            case Link():
                url = f"https://t.me/{bot_username}?start={button.start}" if button.start else button.url
                return {"text": text, "url": url}

    rows = [[drawn(button) for button in row] for row in keyboard]
    if chat_id > 0 and presser is not None:
        _remembered(tx, presser, rows, now)
    return {"inline_keyboard": rows}


def _remembered(tx: Tx, presser: int, rows: list[list[dict[str, Any]]], now: int) -> None:
    """What stands on the buttons of a private chat may be typed; one that stands for its action has no row."""
    tokens = [(one["text"], one["callback_data"]) for row in rows for one in row if "callback_data" in one]
    if shown := [(text, token) for text, token in tokens if ":" not in token]:
        labels.put(tx, presser, unambiguous(shown), now)
