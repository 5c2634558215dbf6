"""Links to messages, for those who are in the group."""

_SUPERGROUP = -1_000_000_000_000


def message_link(chat_id: int, message: int) -> str | None:
    """The address of a message in a supergroup or channel; a basic group's messages, and those of before a move, have none."""
    if chat_id >= _SUPERGROUP or message <= 0:
        return None
    return f"https://t.me/c/{_SUPERGROUP - chat_id}/{message}"
