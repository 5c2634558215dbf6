"""Markup: how somebody has formatted what they wrote, kept when it is told on."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from msgspec import Struct

from rules.reading.visible import whole_at
from rules.values import replace

TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
    "text_link": "a",
    "text_mention": "a",
    "custom_emoji": "tg-emoji",
    "date_time": "tg-time",
}
# What only changes how words look: without it they say the same.
FOR_THE_EYE = frozenset(
    {"bold", "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote"}
)
# What the detail of a span is called in its tag.
_ATTRIBUTES = {
    "text_link": 'href="{}"',
    "text_mention": 'href="{}"',
    "custom_emoji": 'emoji-id="{}"',
    "date_time": 'unix="{}"',
}
# Where a text is cut, the best place first.
_ENDS = ("\n\n", "\n", "。", "！", "？", ". ", " ")


class Span(Struct, frozen=True):
    """Characters `start` to `end` of a text look like `kind`.

    `detail` is where they lead, the language of code, the number of an emoji or a moment; `format` how that is shown.
    """

    kind: str
    start: int
    end: int
    detail: str = ""
    format: str = ""


class Marked(Struct, frozen=True):
    """Words and how they look."""

    text: str
    spans: tuple[Span, ...] = ()


def units(text: str) -> int:
    """How long Telegram counts a text: in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def beginning(text: str, most: int) -> str:
    """The beginning of a text, at most so many units long, without half a character."""
    return text.encode("utf-16-le", "surrogatepass")[: most * 2].decode("utf-16-le", "ignore")


def ending(marked: Marked, words: str) -> Marked:
    """The last words of a text, which end it but for blanks, as they look."""
    end = len(marked.text.rstrip())
    return cut(marked, end - len(words), end)


def behind(marked: Marked) -> Marked:
    """What follows the first word, such as a command."""
    first, *_ = marked.text.split(maxsplit=1) or ("",)
    return trimmed(cut(marked, marked.text.find(first) + len(first), len(marked.text)))


def cut(marked: Marked, start: int, end: int) -> Marked:
    """The characters from `start` to `end` as they look."""
    spans = (
        replace(span, start=max(span.start, start) - start, end=min(span.end, end) - start)
        for span in marked.spans
        if span.start < end and span.end > start
    )
    return Marked(marked.text[start:end], tuple(spans))


def worded(marked: Marked, start: int, end: int, words: str) -> Marked:
    """With other words in the place of the characters from `start` to `end`."""
    further = len(words) - (end - start)

    def moved(at: int) -> int:
        return at if at <= start else at + further if at >= end else start + len(words)

    spans = tuple(replace(span, start=moved(span.start), end=moved(span.end)) for span in marked.spans)
    return Marked(marked.text[:start] + words + marked.text[end:], spans)


def parts(marked: Marked, most: int) -> tuple[Marked, ...]:
    """The text in parts of at most `most` units, each cut where a paragraph, line, sentence or word ends."""
    return tuple(_parts(marked, most))


def _parts(marked: Marked, most: int) -> Iterator[Marked]:
    while units(marked.text) > most:
        at = _place(marked.text, most)
        yield trimmed(cut(marked, 0, at))
        marked = trimmed(cut(marked, at, len(marked.text)))
    yield marked


def _place(text: str, most: int) -> int:
    """Where the first part ends, in its second half if it can."""
    room = beginning(text, most)
    for end in _ENDS:
        at = room.rfind(end, len(room) // 2)
        if at > 0:
            return at + len(end)
    return whole_at(text, len(room)) or len(room)


def trimmed(marked: Marked) -> Marked:
    """Without blanks around it."""
    text = marked.text
    return cut(marked, len(text) - len(text.lstrip()), len(text.rstrip()))


def quoted(marked: Marked) -> Marked:
    """The same where it is told on as a quotation, for Telegram knows none inside another."""
    return Marked(marked.text, tuple(span for span in marked.spans if "blockquote" not in span.kind))


def unquoted(marked: Marked) -> str:
    """What is said beside what is quoted there, for that is another's; where all of it looks like a quotation, all."""
    text, kept = marked.text, []
    at = 0
    for span in sorted((one for one in marked.spans if "blockquote" in one.kind), key=lambda one: one.start):
        kept.append(text[at : max(at, span.start)])
        at = max(at, span.end)
    said = "\n".join((*kept, text[at:])).strip() if at else text
    return said or text


def plain(marked: Marked) -> str:
    """The words alone; where a link leads that hides behind words, stands in brackets behind them."""
    found, at = [], 0
    for span in sorted(marked.spans, key=lambda one: one.end):
        if span.kind == "text_link" and _bare(span.detail) != _bare(marked.text[span.start : span.end]):
            found += [marked.text[at : span.end], f"（{span.detail}）"]
            at = span.end
    return "".join([*found, marked.text[at:]])


def _bare(address: str) -> str:
    return re.sub(r"^https?://", "", address).rstrip("/")


def html(marked: Marked) -> str:
    """The text as Telegram's HTML. Spans nest, as Telegram promises; one that doesn't is ended with the one around it."""
    found: list[str] = []
    at, open_spans = 0, list[Span]()
    for span in [*_nested(marked.spans), Span("", len(marked.text), len(marked.text))]:
        while open_spans and open_spans[-1].end <= span.start:
            ended = open_spans.pop()
            found += [escape(marked.text[at : ended.end], quote=False), f"</{_closing(ended)}>"]
            at = ended.end
        found += [escape(marked.text[at : span.start], quote=False), _opening(span)]
        at = span.start
        inside = open_spans[-1].end if open_spans else len(marked.text)
        open_spans.append(replace(span, end=min(span.end, inside)))
    return "".join(found)


def _nested(spans: Sequence[Span]) -> list[Span]:
    known = [span for span in spans if span.kind in TAGS and span.end > span.start]
    return sorted(known, key=lambda span: (span.start, -span.end))


def _closing(span: Span) -> str:
    return "code></pre" if span.kind == "pre" and span.detail else TAGS[span.kind]


def _opening(span: Span) -> str:
    if not span.kind:
        return ""
    detail = escape(span.detail)
    if span.kind == "pre" and detail:
        return f'<pre><code class="language-{detail}">'
    if span.kind == "expandable_blockquote":
        return "<blockquote expandable>"
    form = f' format="{escape(span.format)}"' if span.format else ""
    attribute = _ATTRIBUTES.get(span.kind)
    return f"<{TAGS[span.kind]} {attribute.format(detail)}{form}>" if attribute else f"<{TAGS[span.kind]}>"
