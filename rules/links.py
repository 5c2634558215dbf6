"""Links to messages, for those who are in the group, and the links that let people into one."""

import re

_SUPERGROUP = -1_000_000_000_000

_INVITATION = re.compile(
    r"(?:(?:https?://)?(?:t\.me|telegram\.me|telegram\.dog)/(?:\+|joinchat/)|tg://join\?invite=)([\w-]{6,64})", re.ASCII
)

_ADDRESS = re.compile(r"(?:https?://)?([^\s/@:]+\.[^\s/@:.]{2,}(?::\d{1,5})?(?:[/?#]\S*)?)", re.IGNORECASE)


def address_in(words: str) -> str | None:
    """The web address that `words` are, if they are nothing else; one without a beginning gets https."""
    found = _ADDRESS.fullmatch(words.strip())
    if found is None:
        return None
    begins = words.strip()[:8].casefold().startswith(("http://", "https://"))
    return words.strip() if begins else f"https://{found[1]}"


def invitation_in(words: str) -> str | None:
    """The link that lets people into a group, where `words` are one, however it is written."""
    found = _INVITATION.fullmatch(words.strip())
    return f"https://t.me/+{found[1]}" if found else None


def message_link(chat_id: int, message: int) -> str | None:
    """The address of a message in a supergroup or channel; a basic group's messages, and those of before a move, have none."""
    if chat_id >= _SUPERGROUP or message <= 0:
        return None
    return f"https://t.me/c/{_SUPERGROUP - chat_id}/{message}"
