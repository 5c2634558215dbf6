"""Cutting what is longer than Telegram takes, so that it stays well-formed. Pure."""

import re
from html import escape, unescape

from rules.markup import beginning, units

_TAG = re.compile(r"<(/?)([a-z-]+)[^>]*>")
MORE = "…"
TEXT_LIMIT, CAPTION_LIMIT = 4096, 1024


def bare(html: str) -> str:
    """The text of a rendered message without tags, as people read it."""
    return unescape(_TAG.sub("", html)).strip()


def fits(html: str, limit: int) -> bool:
    """Whether Telegram takes it."""
    return 2 * len(html) <= limit or units(bare(html)) <= limit


def shortened(html: str, limit: int) -> str:
    """`html` cut behind a line so that at most `limit` units are read; tags that were left open are closed."""
    if fits(html, limit):
        return html
    kept, room = "", limit - units(f"\n{MORE}")
    for line in html.splitlines(keepends=True):
        if units(unescape(_TAG.sub("", kept + line))) > room:
            break
        kept += line
    if not bare(kept):
        return escape(beginning(bare(html), room) + MORE, quote=False)
    return kept.rstrip() + "".join(f"</{tag}>" for tag in reversed(_open(kept))) + "\n" + MORE


def _open(html: str) -> list[str]:
    found: list[str] = []
    for closing, tag in _TAG.findall(html):
        if not closing:
            found.append(tag)
        elif found:
            found.pop()
    return found
