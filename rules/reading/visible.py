"""What of a text can be seen: no control, format or bidi characters; emoji that are joined of several stay joined."""

import unicodedata
from collections.abc import Iterable

_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_JOINER, _AS_PICTURE = "\u200d", "\ufe0f"
_TAGS = range(0xE0020, 0xE0080)
_KEYCAP = "\u20e3"
_BLANK = "\u2800"  # a picture of nothing
BLANKS = frozenset({"\u115f", "\u1160", "\u3164", "\uffa0", _BLANK})  # letters and pictures of nothing


def seen(text: str) -> str:
    """`text` without the characters that nobody sees."""
    kept: list[str] = []
    for at, char in enumerate(text):
        if unicodedata.category(char) not in _HIDDEN or _belongs(char, kept, text[at + 1 : at + 2]):
            kept.append(char)
    return "".join(kept)


def ended(text: str) -> str:
    """`text` up to the last character that somebody sees; nothing, of what nobody does."""
    end = len(text)
    while end and (text[end - 1].isspace() or text[end - 1] in BLANKS or _unseen_at(text, end - 1)):
        end -= 1
    return text[:end]


def shortened(text: str, limit: int) -> str:
    """The first `limit` characters of `text`, never half an emoji, and an ellipsis if more follow."""
    if len(text) <= limit:
        return text
    return text[: whole_at(text, limit - 1)].rstrip() + "…"


def whole_at(text: str, at: int) -> int:
    """The last place up to `at` where the text can be cut without halving an emoji."""
    while at and _goes_on(text, at):
        at -= 1
    return at


def is_picture(char: str) -> bool:
    """Whether a character is an emoji, or the skin of one."""
    return "\U0001f3fb" <= char <= "\U0001f3ff" or (unicodedata.category(char) == "So" and char != _BLANK)


def pictured(text: str) -> bool:
    """Whether a text is emoji and nothing else; a keycap, 1️⃣, is one."""
    shown = [char for char in unvaried(text) if char not in (_JOINER, _KEYCAP) and ord(char) not in _TAGS]
    return bool(shown) and (_KEYCAP in text or all(map(is_picture, shown)))


def unvaried(emoji: str) -> str:
    """An emoji without its variation selector, which makes no difference to a reaction."""
    return emoji.replace(_AS_PICTURE, "")


def reacts(given: Iterable[str], ours: Iterable[str]) -> bool:
    """Whether one of the reactions `given` is one of `ours`."""
    return not {unvaried(emoji) for emoji in given}.isdisjoint(map(unvaried, ours))


def _unseen_at(text: str, at: int) -> bool:
    """Whether nobody sees the character there; a tag behind a flag belongs to it."""
    return unicodedata.category(text[at]) in _HIDDEN and not (ord(text[at]) in _TAGS and "\U0001f3f4" in text[:at])


def _belongs(char: str, kept: list[str], following: str) -> bool:
    """A joiner between two pictures, or a tag behind one (the flags of regions)."""
    if not kept:
        return False
    if ord(char) in _TAGS:
        return kept[-1] == "\U0001f3f4" or ord(kept[-1]) in _TAGS
    joins = kept[-1] == _AS_PICTURE or is_picture(kept[-1])
    return char == _JOINER and joins and bool(following) and is_picture(following)


def _goes_on(text: str, at: int) -> bool:
    """Whether the character there belongs to the one before it."""
    char, before = text[at], text[at - 1]
    if _is_half_flag(char):
        behind = len(text[:at]) - len(text[:at].rstrip("".join(map(chr, range(0x1F1E6, 0x1F200)))))
        return behind % 2 == 1
    joins = char in (_JOINER, _AS_PICTURE) or "\U0001f3fb" <= char <= "\U0001f3ff" or ord(char) in _TAGS
    return joins or before == _JOINER or unicodedata.category(char).startswith("M")


def _is_half_flag(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"
