"""Links to messages, for those who are in the group."""

_SUPERGROUP = -1_000_000_000_000


def message_link(chat_id: int, message: int) -> str | None:
    """The address of a message in a supergroup or channel; a basic group's messages have none."""
    if chat_id >= _SUPERGROUP:
        return None
    return f"https://t.me/c/{_SUPERGROUP - chat_id}/{message}"
