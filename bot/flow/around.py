"""A word of ours with what people put around it: `我要签到`, `早上好，签到啦`, `签到签到`, `查一下积分`."""

import re
from collections.abc import Iterable

from messages.vocabulary import around
from rules.reading.typed import typed

_APART = r"[\s,!~、。.;:-]*"
# A longer message is no word with something around it.
_LONGEST = 40


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


class Around:
    """Finds the one of our `words` that a message is, and nothing else but what `around.toml` lets stand beside it.

    One that is `done` may be greeted with, counted and repeated; one that is `shown` may be asked for: 看看排行榜.
    """

    def __init__(self, done: Iterable[str], shown: Iterable[str]) -> None:
        known = around()
        before = "|".join((*known.beside, _any(map(typed, known.before)), *known.counted))
        behind = "|".join((*known.beside, _any(map(typed, known.behind)), *known.counted, r"\+1"))
        self._done = re.compile(
            rf"(?:(?:{before}){_APART})*(?P<word>{_any(done)})(?:{_APART}(?P=word))*(?:{_APART}(?:{behind}))*{_APART}"
        )
        looked, asked, where = (_any(map(typed, one)) for one in (known.shown, known.asked_before, known.asked_behind))
        self._shown = re.compile(
            rf"(?:{looked}|{asked})\s*(?P<word>{_any(shown)})|(?P<asked>{_any(shown)})(?:{where}){_APART}\??"
        )

    def word(self, said: str) -> str | None:
        """The word, as it is compared; None where something else is said."""
        if len(said) > _LONGEST:
            return None
        if done := self._done.fullmatch(said):
            return done["word"]
        shown = self._shown.fullmatch(said)
        return (shown["word"] or shown["asked"]) if shown else None
