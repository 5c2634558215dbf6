"""What somebody was thanked for: the words after the thanks that say something, begun and ended where words do.

A bare address, a mention or the thanks said again is no reason, nor is a question that follows.
"""

import re

from rules.reading.heard import heard, pattern
from rules.reading.typed import any_of, even

_END = r"(?=\W|_|\Z)"
_PARTICLE = rf"(?:{any_of(heard('reason', 'particles'))})"
_TITLES = heard("reason", "titles")
_SHORT = heard("reason", "short_titles")
_CALLED = (
    rf"(?:{pattern('reason', 'everybody')}|(?:{any_of(_TITLES)})"
    rf"|[^\W\d_]{{1,2}}(?:{any_of(_TITLES)}|{any_of(_SHORT)}))"
)
_PLURAL = pattern("reason", "plural")
_THANKS = rf"(?:{pattern('reason', 'thanks')})"
_ENGLISH = rf"(?:{pattern('reason', 'english')}|(?:{pattern('reason', 'english_alone')}){_END})\b"
# What may stand before the reason, and is none; each part ends where a word does.
_BEFORE = re.compile(
    rf"(?:{_THANKS}|@\w+|{pattern('reason', 'you')}"
    rf"|{_CALLED}+{_PLURAL}?{_PARTICLE}*{_END}|{_PARTICLE}+(?=\W|\Z|{pattern('reason', 'addressed')})|{_ENGLISH}"
    r"|[^\w#@「『“‘\"'《(（])*",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,，。!！;；~～…]+\s*|\.\s+|(?<=[\u4e00-\u9fff])\s+|(?<=[?？])\s*")
_ASKS = re.compile(pattern("reason", "asks"), re.IGNORECASE)
_KNOWS = re.compile(pattern("reason", "knows"))
_TURNS = re.compile(rf"\s*(?:{pattern('reason', 'turns')})", re.IGNORECASE)
_TRAILING = " ,，.。:：;；!！~～、…"


def reason_of(words: str, name: str, limit: int) -> str | None:
    """The reason in `words`, which follow a thank to somebody called `name`, cut at `limit`; None when there is none."""
    said = " ".join(words.split())
    rest = said[_begins(said) :]
    kept = _unasking(rest).rstrip(_TRAILING)
    if sum(char.isalnum() for char in kept) < 2 or kept.casefold() in _calls(name):
        return None
    return kept[:limit]


def _begins(said: str) -> int:
    found = _BEFORE.match(said)
    return found.end() if found else 0


def _unasking(words: str) -> str:
    """`words` up to where they ask something, with the turn that led there."""
    at = 0
    for end in [*(found.end() for found in _CLAUSE.finditer(words)), len(words)]:
        clause = words[at:end]
        if _ASKS.search(even(clause)) and not _KNOWS.search(clause):
            return "" if at == 0 or _TURNS.match(words[:at]) else words[:at]
        at = end
    return words


def _calls(name: str) -> set[str]:
    """What somebody of that name is called by."""
    parts = {name, *name.split()}
    return {call.casefold() for part in parts for call in (part, part[1:] if len(part) > 2 else part)}
