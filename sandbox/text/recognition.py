"""Entities that Telegram finds by itself in a text: commands, mentions, hashtags, cashtags, links, e-mail addresses."""

import re
import unicodedata
from collections.abc import Iterator

from sandbox.text.addresses import addresses
from sandbox.text.entities import RANK, Entity, units

COMMAND = re.compile(r"(?<![\w/<>])(?>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32}|(?!@)))(?![\w/<>])")
MENTION = re.compile(r"(?<!\w)@([A-Za-z0-9_]{2,32})(?!\w)")
CASHTAG = re.compile(r"(?<![\w$])(?>\$(?:1INCH|[A-Z]{1,8})(?:@[A-Za-z0-9_]{3,32})?)(?![\w$])")
AT_NAME = re.compile(r"@[A-Za-z0-9_]{3,32}(?![A-Za-z0-9_])")
SHORT_USERNAMES = ("gif", "vid", "pic")
MARKS = ("/", "@", "#", "$", ".", "://")


def recognized(text: str) -> list[Entity]:
    """What Telegram would mark in this text, in order, without overlaps."""
    if not any(mark in text for mark in MARKS):
        return []
    found = sorted(_found(text), key=lambda spot: (spot[0], -spot[1], RANK[spot[2]]))
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
    yield from addresses(text)
    yield from _hashtags(text)


def _hashtags(text: str) -> Iterator[tuple[int, int, str]]:
    at = text.find("#")
    while at >= 0:
        stop = at + 1
        while stop < len(text) and _in_hashtag(text[stop]):
            stop += 1
        letters = any(not c.isdigit() and c not in "_\u200c\u00b7" for c in text[at + 1 : stop])
        fits = stop - at <= 257
        name = AT_NAME.match(text, stop)
        stop = name.end() if name is not None else stop
        before = at == 0 or not _in_hashtag(text[at - 1])
        after = stop >= len(text) or text[stop] != "#"
        if before and after and letters and fits:
            yield at, stop, "hashtag"
        at = text.find("#", max(stop, at + 1))


def _in_hashtag(char: str) -> bool:
    if char.isascii():
        return char.isalnum() or char == "_"
    return char in "\u200c\u00b7" or unicodedata.category(char)[0] == "L" or unicodedata.category(char) == "Nd"
