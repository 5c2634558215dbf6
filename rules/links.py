"""Links to messages, for those who are in the group, and the links that let people into one."""

import re
from urllib.parse import urlsplit, urlunsplit

_SUPERGROUP = -1_000_000_000_000

_INVITATION = re.compile(
    r"(?:(?:https?://)?(?:t\.me|telegram\.me|telegram\.dog)/(?:\+|joinchat/)|tg://join\?invite=)([\w-]{6,64})", re.ASCII
)

# What apps add to an address that is shared: it tells who shared it, not what is shown.
_TRACKING = re.compile(
    r"(?:utm_\w+|xhsshare|xsec_\w+|share\w*|spm|app\w+|from|source|wechat\w*|igsh|si)(?:=|$)", re.IGNORECASE
)

_ADDRESS = re.compile(r"(?:https?://)?([^\s/@:]+\.[^\s/@:.]{2,}(?::\d{1,5})?(?:[/?#]\S*)?)", re.IGNORECASE)
_MESSAGE = re.compile(
    r"(?:https?://)?(?:t\.me|telegram\.me|telegram\.dog)/(?:c/(?P<number>\d{1,13})|(?P<name>\w{4,32}))"
    r"(?:/\d{1,10})?/(?P<message>\d{1,10})(?:\?\S*)?",
    re.ASCII,
)
_HELD = re.compile(
    r"https?://[^\s/]+\.[^\s/]|(?<![\w@./-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/\S", re.IGNORECASE | re.ASCII
)


def address_in(words: str) -> str | None:
    """The web address that `words` are, if they are nothing else; one without a beginning gets https."""
    found = _ADDRESS.fullmatch(words.strip())
    if found is None:
        return None
    begins = words.strip()[:8].casefold().startswith(("http://", "https://"))
    return words.strip() if begins else f"https://{found[1]}"


def holds_address(words: str) -> bool:
    """Whether a web address stands somewhere in `words`."""
    return _HELD.search(words) is not None


def page_of(address: str) -> str:
    """The page that an address leads to, however it was shared: no anchor, no tracking, no slash at its end."""
    parts = urlsplit(address)
    kept = [pair for pair in parts.query.split("&") if pair and not _TRACKING.match(pair)]
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path.rstrip("/"), "&".join(kept), ""))


def invitation_in(words: str) -> str | None:
    """The link that lets people into a group, where `words` are one, however it is written."""
    found = _INVITATION.fullmatch(words.strip())
    return f"https://t.me/+{found[1]}" if found else None


def message_link(chat_id: int, message: int) -> str | None:
    """The address of a message in a supergroup or channel; a basic group's messages, and those of before a move, have none."""
    if chat_id >= _SUPERGROUP or message <= 0:
        return None
    return f"https://t.me/c/{_SUPERGROUP - chat_id}/{message}"


def public_link(username: str | None, message: int) -> str | None:
    """The address of a message that everybody may read, in the group or channel of that public name; None without one."""
    return f"https://t.me/{username}/{message}" if username and message > 0 else None


def message_of(address: str) -> tuple[int | str, int] | None:
    """The chat, by its number or its public name, and the message to which an address of Telegram's leads."""
    found = _MESSAGE.fullmatch(address.strip())
    if found is None:
        return None
    chat = _SUPERGROUP - int(found["number"]) if found["number"] else found["name"]
    return chat, int(found["message"])
