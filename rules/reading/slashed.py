"""Commands with a slash as people type them: also with a full-width one, with the words or the number glued to the name.

Telegram marks none of these, or a longer name; whoever types with a Chinese keyboard sends them all day long.
"""

import re

from msgspec import Struct

from rules.reading.typed import after, typed

# Hardly any message begins like one, and each is asked.
_SLASH = re.compile(r"\W*[/\uff0f]")
_SLASHED = re.compile(r"/([a-z_]{1,64})(\d{0,9})(?:@([a-z0-9_]+))?(?![a-z0-9_@/<>])")


class Slashed(Struct, frozen=True):
    """The name of a command, the bot that it is addressed to if any, and the words that follow, as they were typed."""

    name: str
    addressed: str
    words: str


def slashed(text: str) -> Slashed | None:
    """The command with which a text begins, whether there is such a command or not."""
    found = _SLASHED.match(typed(text)) if _SLASH.match(text) else None
    if found is None:
        return None
    words = after(text, found.end()).strip()
    return Slashed(found[1], found[3] or "", f"{found[2]} {words}".strip() if found[2] else words)


def marked_by_telegram(text: str) -> bool:
    """Whether Telegram itself would have marked a command there, so that one without a mark was meant as something else."""
    plain = text.lstrip()
    found = re.match(r"/\w+(?:@\w+)?", plain)
    return bool(found and found[0].isascii())
