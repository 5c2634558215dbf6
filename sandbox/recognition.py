"""Entities that Telegram finds by itself in a text: commands, mentions, hashtags, cashtags, links, e-mail addresses."""

import re
import unicodedata
from collections.abc import Iterator

from sandbox.entities import Entity, units

COMMAND = re.compile(r"(?<![\w/<>])/([A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]{3,32}))?(?![\w/<>])")
MENTION = re.compile(r"(?<![\w])@([A-Za-z0-9_]{2,32})(?![\w])")
CASHTAG = re.compile(r"(?<![\w$])\$(1INCH|[A-Z]{1,8})(?![\w$])")
EMAIL = re.compile(r"(?<![\w.+-])[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,18}(?![\w@])")
TOP = "com org net io cn co me app dev info edu gov ru uk de fr jp hk tw tv ai cc top xyz site shop club online tech"
URL = re.compile(
    r"(?<![\w@.])(?:(?:https?|ftp|tg|ton|tonsite)://[^\s<>\"'\u3000-\u303f\uff00-\uffef]+"
    rf"|(?:[A-Za-z0-9-]+\.)+(?:{'|'.join(TOP.split())})(?![\w])(?:[:/?#][^\s<>\"'\u3000-\u303f\uff00-\uffef]*)?)",
    re.IGNORECASE,
)
SHORT_USERNAMES = frozenset(
    ["gif", "pic", "bing", "like", "vote", "imdb", "bold", "wiki", "ya", "vid", "coub", "stic", "foto", "dict", "tenor"]
)
MARKS = ("/", "@", "#", "$", ".", "://")


def recognized(text: str) -> list[Entity]:
    """What Telegram would mark in this text, in order, without overlaps."""
    if not any(mark in text for mark in MARKS):
        return []
    found = sorted(_found(text), key=lambda spot: (spot[0], -spot[1]))
    kept: list[Entity] = []
    end = 0
    for start, stop, kind in found:
        if start >= end:
            kept.append(Entity(kind, units(text[:start]), units(text[start:stop])))
            end = stop
    return kept


def _found(text: str) -> Iterator[tuple[int, int, str]]:
    for match in COMMAND.finditer(text):
        yield match.start(), match.end(), "bot_command"
    for match in MENTION.finditer(text):
        if len(match[1]) >= 4 or match[1].lower() in SHORT_USERNAMES:
            yield match.start(), match.end(), "mention"
    for match in CASHTAG.finditer(text):
        yield match.start(), match.end(), "cashtag"
    for match in EMAIL.finditer(text):
        yield match.start(), match.end(), "email"
    for match in URL.finditer(text):
        yield match.start(), match.start() + len(match[0].rstrip(".,:;!?…)]}'\"")), "url"
    yield from _hashtags(text)


def _hashtags(text: str) -> Iterator[tuple[int, int, str]]:
    at = text.find("#")
    while at >= 0:
        stop = at + 1
        while stop < len(text) and _in_hashtag(text[stop]):
            stop += 1
        before = at == 0 or not _in_hashtag(text[at - 1])
        after = stop >= len(text) or text[stop] != "#"
        letters = any(not c.isdigit() and c not in "_\u200c\u00b7" for c in text[at + 1 : stop])
        if before and after and letters and stop - at <= 257:
            yield at, stop, "hashtag"
        at = text.find("#", max(stop, at + 1))


def _in_hashtag(char: str) -> bool:
    if char.isascii():
        return char.isalnum() or char == "_"
    return char in "\u200c\u00b7" or unicodedata.category(char)[0] == "L" or unicodedata.category(char) == "Nd"
