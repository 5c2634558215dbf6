"""How Telegram disentangles entities that nest or cross: links whole, styles cut into pieces, nothing inside code."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from sandbox.text.entities import Entity, in_order

STYLES = ("bold", "italic", "underline", "strikethrough", "spoiler")
QUOTES = ("blockquote", "expandable_blockquote")
OPAQUE = ("code", "pre", "pre_code", "date_time")
Span = tuple[int, int]


def disentangled(given: list[Entity], found: list[Entity]) -> list[Entity]:
    """What the sender gave, put right, with what was found in the text added where it does not disturb."""
    if not given:
        return found
    quotes = _apart(entity for entity in given if entity.type in QUOTES)
    whole = _apart(entity for entity in given if entity.type not in QUOTES and entity.type not in STYLES)
    whole = [entity for entity in whole if not any(_crosses(entity, quote) for quote in quotes)]
    free = [f for f in found if not any(_overlap(f, w) for w in whole) and not any(_crosses(f, q) for q in quotes)]
    styles = [entity for entity in given if entity.type in STYLES]
    pieces = _styles(styles, [*quotes, *whole, *free]) if styles else []
    return in_order([*quotes, *whole, *free, *pieces])


def _apart(entities: Iterable[Entity]) -> list[Entity]:
    """The first of those that overlap."""
    kept: list[Entity] = []
    for entity in in_order(list(entities)):
        if not kept or entity.offset >= kept[-1].end:
            kept.append(entity)
    return kept


def _overlap(one: Entity, other: Entity) -> bool:
    return one.offset < other.end and other.offset < one.end


def _crosses(entity: Entity, quote: Entity) -> bool:
    """Whether it sticks out of a quote that it touches."""
    return _overlap(entity, quote) and (entity.offset < quote.offset or entity.end > quote.end)


def _styles(styles: list[Entity], others: list[Entity]) -> list[Entity]:
    opaque = [(entity.offset, entity.end) for entity in others if entity.type in OPAQUE]
    spans = {kind: _without(_joined(styles, kind), opaque) for kind in STYLES}
    cuts = {edge for entity in others for edge in (entity.offset, entity.end)}
    cuts |= {start for kind in STYLES for start, _ in spans[kind]}
    pieces: list[Entity] = []
    for kind in STYLES:
        for start, end in spans[kind]:
            edges = [start, *sorted(cut for cut in cuts if start < cut < end), end]
            pieces += [Entity(kind, a, b - a) for a, b in pairwise(edges)]
    return pieces


def _joined(styles: list[Entity], kind: str) -> list[Span]:
    """Stretches of one style, those that meet made one."""
    spans: list[Span] = []
    for entity in in_order([style for style in styles if style.type == kind]):
        if spans and entity.offset <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], entity.end))
        else:
            spans.append((entity.offset, entity.end))
    return spans


def _without(spans: list[Span], opaque: list[Span]) -> list[Span]:
    for start, end in opaque:
        spans = [piece for span in spans for piece in ((span[0], min(span[1], start)), (max(span[0], end), span[1]))]
        spans = [(a, b) for a, b in spans if a < b]
    return spans


def as_sent(entity: Entity) -> Entity:
    """The name under which the Bot API tells it: code of a language is a pre."""
    return replace(entity, type="pre") if entity.type == "pre_code" else entity
