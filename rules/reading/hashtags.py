"""Hashtags as people write them: alone, with the words glued to them, in the middle, in any width and case."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from rules.reading.heard import heard, pattern
from rules.reading.typed import after, any_of, even, typed

_MARK = re.compile("[#\uff03\ufe5f]")
_LONGEST = 64
_GAP = " \t\n:：,，、_。.!！~～…|｜"
# Whoever writes one of these before a hashtag speaks about it: 发 #提问 就行.
_SPOKEN_OF = re.compile(
    rf"(?:{pattern('hashtags', 'spoken_of')}|[\u201c\"'(\[]|\b(?:{pattern('hashtags', 'spoken_of_in_english')}))\s*\Z",
    re.IGNORECASE,
)
# In brackets at the very beginning it is used: [#提问] 黑屏怎么办.
_OPENED = re.compile(r"\s*[\[(【（［「]\s*\Z")
_CLOSES = re.compile(r"\s*[\])】）］」]")
_SPOKEN_OF_BEHIND = re.compile(pattern("hashtags", "spoken_of_behind"))
# A line that quotes somebody's words: `> #提问 续航掉多少？`.
_QUOTES = re.compile(r"(?m)^\s*>[^\n]*\Z")
_ALONE = re.compile("[#\uff03\ufe5f]?\\s*(\\w+)[#\uff03]?")
_ADDRESS = re.compile(r"[!-~]*[/.&=][!-~]*\Z")
# A hashtag that goes on like this is another one: #提问箱, #挑战赛.
_WHOLE_ENDINGS = heard("hashtags", "glued")
_ENDINGS = heard("hashtags", "ending")
_ANOTHER = re.compile(rf"{pattern('hashtags', 'of')}|{any_of(_WHOLE_ENDINGS)}|(?:{any_of(_ENDINGS)})(?:\W|\Z)")


class Hashtag(Struct, frozen=True):
    """One of the hashtags that we know, where it stands in the text, and the words after it as they were typed.

    `glued` tells that they begin without a space.
    """

    tag: str
    begins: int
    ends: int
    words: str
    glued: bool


def hashtags(text: str, known: Iterable[str], *, spoken_of: bool = False) -> Iterator[Hashtag]:
    """Those of the `known` hashtags that `text` uses, in order, and with `spoken_of` those that it only speaks about."""
    if not _MARK.search(text):
        return
    names = sorted({typed(tag): tag for tag in known}.items(), key=lambda item: -len(item[0]))
    for mark in _MARK.finditer(text):
        before = even(text[: mark.start()])
        opened = _OPENED.match(text[: mark.start()])
        quoted = _QUOTES.search(before) or not (opened or spoken_of or not _SPOKEN_OF.search(before))
        if _is_address(text[: mark.start()]) or quoted:
            continue
        behind = text[mark.end() : mark.end() + _LONGEST]
        said = typed(behind)
        if behind[:1].isspace() and text[: mark.start()].strip() and said not in dict(names):
            continue
        for name, tag in names:
            if not spoken_of and said.startswith(name) and _SPOKEN_OF_BEHIND.match(said, len(name)):
                break
            if said.startswith(name) and _ends(name, said[len(name) :]) and not _within(text[: mark.start()], name):
                rest = len(after(behind, len(name)))
                ends = mark.end() + len(behind) - rest
                ends += text[ends : ends + 1] in ("#", "\uff03")
                glued = text[ends : ends + 1].isalnum()
                closed = _CLOSES.match(text, ends) if opened else None
                words = _CLOSES.sub(" ", text[ends:], count=1) if opened else text[ends:]
                ends = closed.end() if closed else ends
                yield Hashtag(tag, 0 if opened else mark.start(), ends, words.strip(_GAP), glued)
                break


def bears(text: str, tag: str) -> bool:
    """Whether the hashtag stands in the text, in whatever width and case, also where the text speaks about it."""
    return next(hashtags(text, (tag,), spoken_of=True), None) is not None


def tag_in(words: str) -> str | None:
    """The hashtag that `words` are, without its mark, if they are nothing else."""
    found = _ALONE.fullmatch(words.strip())
    return found[1] if found and not found[1].isdigit() else None


def without(text: str, known: Iterable[str]) -> str:
    """`text` without the hashtags of `known` that it uses."""
    found = list(hashtags(text, known))
    for one in reversed(found):
        text = f"{text[: one.begins].rstrip()} {text[one.ends :].lstrip(_GAP)}"
    return text.strip()


def _is_address(before: str) -> bool:
    """Whether the mark stands within a web address."""
    return _ADDRESS.search(before) is not None


def _within(before: str, name: str) -> bool:
    """Whether a hashtag in Latin letters stands within a word of them: see page#question."""
    return name.isascii() and before[-1:].isascii() and before[-1:].isalnum()


def _ends(name: str, following: str) -> bool:
    """Whether the hashtag may end there. One in Latin letters ends before another letter of them."""
    if not following or not (following[0].isalnum() or following[0] == "_"):
        return True
    if name.isascii():
        return not (following[0].isascii() and following[0].isalpha())
    return not _ANOTHER.match(following)
