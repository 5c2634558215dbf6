"""Text with entities as safe HTML for the page."""

from __future__ import annotations

from html import escape

from sandbox.text.entities import Entity

TAGS = {"bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "code": "code", "pre": "pre"}
SPANS = {
    "spoiler": "tg-spoiler",
    "mention": "mention",
    "hashtag": "hashtag",
    "cashtag": "hashtag",
    "bot_command": "bot_command",
}
WEB = ("http://", "https://")


def as_html(text: str, entities: list[Entity]) -> str:
    """Escaped text; entities become the few tags that the page knows. Crossing ones are cut at the outer's end."""
    if not entities:
        return escape(text)
    wide = text.encode("utf-16-le", "surrogatepass")
    return _rendered(wide, 0, len(wide) // 2, entities)


def _rendered(wide: bytes, start: int, end: int, entities: list[Entity]) -> str:
    parts: list[str] = []
    at, position = start, 0
    while position < len(entities):
        entity = entities[position]
        position += 1
        if entity.offset < at or entity.offset >= end:
            continue
        stop = min(entity.end, end)
        inner = []
        while position < len(entities) and entities[position].offset < stop:
            inner.append(entities[position])
            position += 1
        parts.append(_plain(wide, at, entity.offset))
        parts.append(_wrapped(entity, _plain(wide, entity.offset, stop), _rendered(wide, entity.offset, stop, inner)))
        at = stop
    parts.append(_plain(wide, at, end))
    return "".join(parts)


def _plain(wide: bytes, start: int, end: int) -> str:
    return escape(wide[2 * start : 2 * end].decode("utf-16-le", "replace"))


def _wrapped(entity: Entity, words: str, inner: str) -> str:
    kind = entity.type
    if kind in TAGS:
        return f"<{TAGS[kind]}>{inner}</{TAGS[kind]}>"
    if kind == "text_mention":
        return f'<span class="mention" data-user="{entity.user_id}">{inner}</span>'
    if kind == "date_time":
        return f'<span class="tg-time" data-unix="{entity.unix_time}">{inner}</span>'
    if kind in SPANS:
        return f'<span class="{SPANS[kind]}">{inner}</span>'
    if kind in ("blockquote", "expandable_blockquote"):
        style = ' class="expandable"' if kind.startswith("e") else ""
        return f"<blockquote{style}>{inner}</blockquote>"
    if kind in ("text_link", "url"):
        return _link(escape(entity.url) if entity.url else words, inner)
    return inner


def _link(address: str, inner: str) -> str:
    if "://" not in address:
        address = f"https://{address}"
    if not address.lower().startswith(WEB):
        return inner
    return f'<a href="{address}" target="_blank" rel="noopener noreferrer">{inner}</a>'
