"""What somebody was thanked for: the words after the thanks that say something, begun and ended where words do.

A bare address, a mention or the thanks said again is no reason, nor is a question that follows.
"""

import re

from rules.heard import heard
from rules.typed import any_of, even

_END = r"(?=\W|_|\Z)"
_PARTICLE = rf"(?:{any_of(heard('reason', 'particles'))})"
_TITLES = heard("reason", "titles")
_SHORT = heard("reason", "short_titles")
_CALLED = (
    rf"(?:楼上|楼下|群里|各位|诸位|大家|大伙|所有|这位|那位|两位|几位|的|(?:{any_of(_TITLES)})"
    rf"|[^\W\d_]{{1,2}}(?:{any_of(_TITLES)}|{any_of(_SHORT)}))"
)
_THANKS = r"(?:谢谢|感谢|多谢|辛苦(?:了|啦)+|(?:thanks|thank you|thx|ty|3q)\b)"
_ENGLISH = (
    r"(?:you|u|ya|so much|very much|a lot|a ton|a bunch|tons|heaps|loads|again|bro|man|mate|dude|buddy|sir|boss|guys"
    rf"|folks|everyone|everybody|(?:all|friend|dear|team){_END})\b"
)
# What may stand before the reason, and is none; each part ends where a word does.
_BEFORE = re.compile(
    rf"(?:{_THANKS}|@\w+|(?:你们|您们|你|您)(?![的们那])|(?:{any_of('大佬 师傅 老师 楼主')})(?![的们])"
    rf"|{_CALLED}+们?{_PARTICLE}*{_END}|{_PARTICLE}+(?=\W|\Z|你|您|大佬|老师|师傅)|{_ENGLISH}|[^\w#@「『“‘\"'《(（])*",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,，。!！;；~～…]+\s*|\.\s+|(?<=[\u4e00-\u9fff])\s+|(?<=[?？])\s*")
_ASKS = re.compile(
    r"\?|请问|求(?:链接|教程|问|助)|[吗么](?:\W|\Z)|能不能|可不可以|有没有|多少钱|(?:在|去|上|到)哪|哪[里儿]?(?:能|可以|有)?[买卖领下找看]"
    r"|(?:怎么|咋|如何)(?:买|卖|弄|办|用|装|设|调|下|领|约|预约|操作|收费)|\A(?:but\s+|and\s+|so\s+)?(?:how|what|why|where|when|which|who"
    r"|is there|does|do|can|could|should)\b",
    re.IGNORECASE,
)
_KNOWS = re.compile(r"知道|明白|懂|学会|清楚|解释|讲|说|教|终于")
_TURNS = re.compile(r"\s*(?:不过|但是?(?!愿)|可是|只是|就是想问|另外|but\b|though\b)", re.IGNORECASE)
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
