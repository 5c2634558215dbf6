"""When updates were said. Telegram dates all of them but a press."""

from collections.abc import Sequence
from typing import Any

from rules.occasion import DAY_S

# Where each kind says when it happened; an edit when it was made, not when its message was written.
DATED = {
    "message": "date",
    "edited_message": "edit_date",
    "message_reaction": "date",
    "chat_member": "date",
    "my_chat_member": "date",
    "chat_join_request": "date",
}


def moments(batch: Sequence[dict[str, Any]], received_at: int) -> list[int]:
    """When each update of a batch was said (UTC seconds).

    A press has no date. Updates are numbered in the order in which they happened, so it was made before the next one
    that has a date, at the latest when it was received: it counts for the earlier of the two.
    """
    found: list[int] = []
    following = _by_telegram(batch, received_at)
    for update in reversed(batch):
        following = min(_date(update) or following, received_at)
        found.append(following)
    return found[::-1]


def _by_telegram(batch: Sequence[dict[str, Any]], received_at: int) -> int:
    """When a batch was received. Telegram hands on nothing that is older than a day: what seems so was read by a clock ahead."""
    latest = max((date for update in batch if (date := _date(update))), default=received_at)
    return latest if received_at - latest > DAY_S else received_at


def _date(update: dict[str, Any]) -> int | None:
    for kind, name in DATED.items():
        content = update.get(kind)
        date = content.get(name) if isinstance(content, dict) else None
        if type(date) is int and date > 0:
            return date
    return None
