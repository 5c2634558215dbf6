"""Cutting what is longer than Telegram takes, so that it stays well-formed. Pure."""

import re
from html import escape, unescape

from rules.markup import beginning, units

_TAG = re.compile(r"<(/?)([a-z-]+)[^>]*>")
MORE = "…"
TEXT_LIMIT, CAPTION_LIMIT = 4096, 1024
# A line is cut within where more than this part of the room would be left empty.
LONG = 4


def bare(html: str) -> str:
    """The text of a rendered message without tags, as people read it."""
    return unescape(_TAG.sub("", html)).strip()


def fits(html: str, limit: int) -> bool:
    """Whether Telegram takes it."""
    return 2 * len(html) <= limit or units(bare(html)) <= limit


def shortened(html: str, limit: int) -> str:
    """`html` cut so that at most `limit` units are read, behind a line or within a long one; open tags are closed."""
    if fits(html, limit):
        return html
    kept, room, more = "", limit - units(f"\n{MORE}"), f"\n{MORE}"
    for line in html.splitlines(keepends=True):
        left = room - _read(kept)
        if _read(line) > left:
            if left > room // LONG:
                kept, more = kept + _within(line, left), MORE
            break
        kept += line
    closing = "".join(f"</{tag}>" for tag in reversed(_open(kept)))
    return kept.rstrip() + (more + closing if more == MORE else closing + more)


def _read(html: str) -> int:
    return units(unescape(_TAG.sub("", html)))


def _within(line: str, room: int) -> str:
    """The beginning of one line, of which so many units are read, with its tags."""
    kept, at = "", 0
    for tag in (*_TAG.finditer(line), None):
        words = unescape(line[at : tag.start() if tag else len(line)])
        if units(words) > room:
            return kept + escape(beginning(words, room), quote=False)
        kept, room = kept + escape(words, quote=False) + (tag.group() if tag else ""), room - units(words)
        at = tag.end() if tag else len(line)
    return kept


def _open(html: str) -> list[str]:
    found: list[str] = []
    for closing, tag in _TAG.findall(html):
        if not closing:
            found.append(tag)
        elif found:
            found.pop()
    return found
