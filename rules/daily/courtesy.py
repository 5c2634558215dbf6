"""Courtesy: whether a word of thanks thanks, by what stands around it.

`感谢大佬`, `解决了，谢谢！` and `thanks a lot` thank; `感谢信在哪领`, `在哪买的？谢谢` and `thank you page` do not.
"""

import re
from collections.abc import Sequence

from rules.daily.lead import keeps, leads
from rules.daily.question import asks, asks_at_its_end
from rules.reading.heard import heard, pattern
from rules.reading.typed import after, any_of, bare, typed, unpictured
from rules.remark import Remark

_PARTICLES = heard("courtesy", "particles")
_ALL_PARTICLES = _PARTICLES.replace(" ", "")
_YOU = heard("courtesy", "you")
_TITLES = heard("courtesy", "titles")
_SHORT_TITLES = heard("courtesy", "short_titles")
_DEEDS = heard("courtesy", "deeds")
_HELPS = heard("courtesy", "helps")
_THIS = pattern("courtesy", "this")
_NO_NAME = heard("courtesy", "no_name")

_ENGLISH = heard("courtesy", "english")
_NOT_ENGLISH = pattern("courtesy", "not_english")


# A space, punctuation that neither asks nor joins, an emoji.
_BREAK = r"""[^\w?/=+&*%"'”’」』》)\]]"""
_SIGN = re.compile(_BREAK)
# A polite no is no thank: `谢谢，不用了`, `thanks, no need`.
_NO = pattern("courtesy", "no")
# Nor are these: mockery, and a farewell or an excuse that a 谢谢 only makes polite.
_NOT_MEANT = re.compile(pattern("courtesy", "not_meant"))
# What turns into contradiction is criticism: `谢谢提醒，但没用`, `谢谢你啊，越修越坏`, `thanks but it does not work`.
# A face that says the opposite: `谢谢🙄`.
_WRY = re.compile(pattern("courtesy", "wry_faces"))
_CONTRADICTS = re.compile(pattern("courtesy", "contradicts"), re.DOTALL)
# What turns into a question asks: `谢谢，不过我想问怎么弄`, `thanks, but how?`.
_TURNS = re.compile(rf".*?(?:{pattern('courtesy', 'turns')})(.*)", re.DOTALL)
_WANTS_TO_ASK = re.compile(pattern("courtesy", "wants_to_ask"))
_NO_IN_ENGLISH = pattern("courtesy", "no_in_english")
_DECLINES = re.compile(rf"[\W_]*(?:{_NO}|{_NO_IN_ENGLISH})(?:\Z|{_BREAK})")
_TAIL = rf"(?=\Z|{_BREAK}|{any_of(_PARTICLES)}|{pattern('courtesy', 'tail')}|{any_of(_HELPS)})"
_GOES_ON = re.compile(
    rf"(?:{any_of(_YOU)}|{any_of(_TITLES)}|{any_of(_HELPS)}|{_THIS})(?!\s*\?)"
    rf"|(?:{any_of(_DEEDS)})+{_TAIL}"
    rf"|(?:(?!{any_of(_NO_NAME)})\w{{1,2}})?(?:{any_of(_TITLES)}|{any_of(_SHORT_TITLES)}){_TAIL}"
)
_ENGLISH_GOES_ON = re.compile(rf"(?!{_NOT_ENGLISH})(?:{any_of(_ENGLISH)})(?![\w'])(?!\s*\?)")


_BEFORE_NAME = re.compile(rf"[\s,]*(?:{any_of(_YOU)}|{any_of(_PARTICLES)})*[\s,]*(?!@\w*bot\b)")
_BOT = re.compile(r"@\w*bot\b")
_NOTHING_MORE = re.compile(
    rf"(?:{any_of(_YOU)}|{any_of(_PARTICLES)}|{any_of(_TITLES)}|{any_of(_SHORT_TITLES)}|{pattern('courtesy', 'again')}|[^\w?])*"
)
# How much: 真心感谢 @zhou.
_MUCH = re.compile(rf"(?:{any_of(heard('lead', 'degrees'))})+")
# What friends make of a name: 老周, 小满.
_FAMILIAR = re.compile(rf"{pattern('courtesy', 'familiar')}([\u4e00-\u9fff])(?![\u4e00-\u9fff])")
_AROUND = " \t\n,，:：!！~～。"


def thanked_for(words: Sequence[str], remark: Remark) -> str | None:
    """What somebody thanks for in a remark, in their own words, perhaps none; None when the remark is ordinary talk.

    `words` are the words of thanks as they are compared, long ones first. Without a reply whoever is thanked must be
    named right after the word, or right before it: what is returned then begins with the name.
    """
    text = unpictured(remark.text)
    said = typed(text)
    if said.startswith(">"):
        return None
    if remark.private:
        return "" if bare(text) in words or _to_us(words, said) else None
    if not remark.reply:
        return _to_somebody(words, remark, text, said)
    if asks_at_its_end(remark.about) and joins(words, said):
        return None
    at_once = _at_once(words, remark, text, said)
    return _in_the_end(words, remark, text, said) if at_once is None else at_once


def _to_us(words: Sequence[str], said: str) -> bool:
    """`谢谢你`, `好的，谢谢啦`: in private whoever thanks and says no more thanks the bot."""
    for word in words:
        at = said.find(word)
        if at >= 0 and word != "+1" and (at == 0 or leads(said[:at], "") is not None):
            return _NOTHING_MORE.fullmatch(said, at + len(word)) is not None
    return False


def _to_somebody(words: Sequence[str], remark: Remark, text: str, said: str) -> str | None:
    for word in words:
        at = said.find(word)
        led = word != "+1" and (at == 0 or (at > 0 and _MUCH.fullmatch(said[:at])))
        before = _BEFORE_NAME.match(said, at + len(word)) if led else None
        rest = after(text, before.end()) if before else ""
        if rest.startswith("@") or (rest and len(remark.text) - len(rest) in remark.named):
            return rest
    return remark.text if _calls_first(words, remark) else None


def _calls_first(words: Sequence[str], remark: Remark) -> bool:
    """`@zhou 谢谢！`: whoever is called is thanked right behind the call."""
    if not remark.calls or _BOT.search(typed(remark.text[: remark.calls])):
        return False
    said = typed(unpictured(remark.text[remark.calls :])).lstrip(_AROUND)
    return any(said.startswith(word) and word != "+1" and goes_on(word, said[len(word) :], "") for word in words)


def beside(words: Sequence[str], said: str) -> str:
    """What is said, without the word of thanks with which it may begin: `谢谢你昨天来接我`, behind a name."""
    for word in words:
        begun = _BEFORE_NAME.match(typed(said), len(word)) if typed(said).startswith(word) else None
        if begun:
            return after(said, begun.end()).strip(_AROUND)
    return said


def _at_once(words: Sequence[str], remark: Remark, text: str, said: str) -> str | None:
    author = typed(remark.author)
    if bare(text) in words and bare(text) != "+1":
        return None if _WRY.search(said) else ""
    for word in words:
        if said.startswith(word) and _means(word, said[len(word) :], remark, author):
            return after(text, len(word)).strip(_AROUND)
    return None


def _in_the_end(words: Sequence[str], remark: Remark, text: str, said: str) -> str | None:
    """`好的，谢谢大佬` and `换了保险丝就好了，感谢！`: what led to the thanks is what they are for."""
    author = typed(remark.author)
    for word in words:
        at = said.find(word, 1)
        if at < 1 or word == "+1" or (_is_latin(word) and said[at - 1].isalnum()) or quoted(said, at, len(word)):
            continue
        result = leads(said[:at], author)
        if result is not None and goes_on(word, said[at + len(word) :], author):
            kept = after(text, at + len(word)).strip(_AROUND)
            return text[: len(text) - len(after(text, at))].strip(_AROUND) if result and not kept else kept
    return None


def _means(word: str, rest: str, remark: Remark, author: str) -> bool:
    if word == "+1":
        return not any(map(str.isalnum, rest)) or (leads(rest, author) is not None and not keeps(rest))
    return goes_on(word, rest, author)


def joins(words: Sequence[str], said: str) -> bool:
    """Whether those words of thanks, below a question, say no more than that somebody would like to know as well: `mark，谢谢`.

    Below an answer the same words thank for it.
    """
    said = typed(unpictured(said))
    for word in words:
        if word != "+1":
            said = re.sub(rf"{re.escape(word)}(?:{any_of(_PARTICLES)}|{any_of(_YOU)})*", ",", said)
    return ("+1" in words and said.strip(_AROUND).startswith("+1")) or keeps(said.replace("+1", ""))


def goes_on(word: str, rest: str, author: str) -> bool:
    """Whether `rest`, right after the word of thanks `word`, leaves it one; `author` is the name of who is thanked.

    All three in the width and case in which words are compared.
    """
    while (more := rest.lstrip(_AROUND)).startswith(word):
        rest = more.removeprefix(word)
    if len(set(word)) == 1:
        rest = rest.lstrip(word[0])
    rest = rest.lstrip(_ALL_PARTICLES)
    if takes_back(rest):
        return False
    if not rest or _SIGN.match(rest):
        return not _is_latin(word) or _english(rest, author)
    if _is_latin(word):
        return False
    return bool(_GOES_ON.match(rest)) or _names(rest, author) or leads(rest, author) is not None


def quoted(said: str, at: int, length: int) -> bool:
    """Whether what stands there is part of a quotation, somebody else's words: `“感谢您的来电”`; `“谢谢”大佬` is none."""
    before, behind = said[:at], said[at + length :]
    opened = any(before.count(begins) > before.count(ends) for begins, ends in ("“”", "《》")) or before.count('"') % 2
    return bool(opened) and behind[:1] not in ("”", '"')


def takes_back(rest: str) -> bool:
    """Whether `rest`, behind the word of thanks, makes a polite no of it, mockery, a contradiction or a question."""
    turned = _DECLINES.match(rest) or _NOT_MEANT.match(rest) or _CONTRADICTS.match(rest) or _turns_to_ask(rest)
    return bool(rest and turned)


def _turns_to_ask(rest: str) -> bool:
    turn = _TURNS.match(rest)
    return turn is not None and (asks(turn[1]) or _WANTS_TO_ASK.match(turn[1]) is not None)


def _is_latin(word: str) -> bool:
    return word[-1:].isascii() and word[-1:].isalpha()


def _english(rest: str, author: str) -> bool:
    """What follows an English word of thanks: a space alone parts nothing, for English puts one between all words."""
    said = rest.lstrip()
    if not said or not rest[0].isspace() or not said[0].isascii() or not said[0].isalnum():
        return True
    return bool(_ENGLISH_GOES_ON.match(said)) or _names(said, author)


def _names(rest: str, author: str) -> bool:
    """Whether `rest` begins with the author's name, or with the part of it that people call them by."""
    familiar = _FAMILIAR.match(rest)
    if familiar and familiar[1] in author:
        return True
    return any(_calls(rest, name) for name in author.split() if len(name) > 1)


def _calls(rest: str, name: str) -> bool:
    if name.isascii():
        return re.match(rf"{re.escape(name)}(?![a-z0-9])", rest) is not None
    return rest.startswith((name[:2], *(name[at:] for at in range(len(name) - 1))))
