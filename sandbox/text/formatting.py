"""What becomes of a text that the bot sends: parsed, cleaned, trimmed, measured, with entities found in it."""

from collections.abc import Callable
from dataclasses import replace

from sandbox.text.entities import MOST, Entity, units
from sandbox.text.html_parser import NotHtml, parse_html
from sandbox.text.nesting import as_sent, disentangled
from sandbox.text.recognition import recognized
from sandbox.world.refusals import bad_request

Styled = tuple[str, list[Entity]]
MOST_TEXT, MOST_CAPTION = 4096, 1024
REMOVED = dict.fromkeys([0x0D, 0x030A, 0x0333, 0x033F, *range(0x2028, 0x202F)])
SPACED = {code: " " for code in range(32) if code not in (0x0A, 0x0D)}
CLEANED = REMOVED | SPACED
TRIMMED = " \n\u00a0\u2000\u3000"


def styled(text: str, parse_mode: str, given: list[object] | None, *, most: int = MOST_TEXT) -> Styled:
    """Plain text and entities as Telegram would keep them; raises Refused."""
    mode = parse_mode.lower()
    entities: list[Entity] = []
    if mode == "html":
        try:
            text, entities = parse_html(text)
        except NotHtml as wrong:
            raise bad_request(f"can't parse entities: {wrong}") from None
    elif mode in ("markdown", "markdownv2"):
        raise bad_request("this server reads HTML only")
    elif mode not in ("", "none"):
        raise bad_request("unsupported parse_mode")
    elif given:
        entities = [_given(entity, text) for entity in given]
    if not text.isascii() or not text.isprintable():
        text, entities = _cleaned(text, entities)
    text, entities = _trimmed(text, entities)
    if units(text) > most:
        raise bad_request("message caption is too long" if most == MOST_CAPTION else "message is too long")
    return text, [as_sent(entity) for entity in disentangled(entities, recognized(text))[:MOST]]


def _given(entity: object, text: str) -> Entity:
    if not isinstance(entity, dict):
        raise bad_request("can't parse entities: MessageEntity must be an Object")
    offset, length = int(entity["offset"]), int(entity["length"])
    if offset < 0 or length < 0 or offset + length > units(text):
        start, end = f"entity beginning at UTF-16 offset {offset}", f"at UTF-16 offset {offset + length}"
        raise bad_request(f"{start} ends after the end of the text {end}")
    user = entity.get("user")
    return Entity(
        str(entity["type"]),
        offset,
        length,
        url=str(entity.get("url", "")),
        user_id=int(user["id"]) if isinstance(user, dict) else 0,
        language=str(entity.get("language", "")),
        custom_emoji_id=str(entity.get("custom_emoji_id", "")),
    )


def _cleaned(text: str, entities: list[Entity]) -> Styled:
    clean = text.translate(CLEANED)
    if len(clean) == len(text) or not entities:
        return clean, entities
    return clean, _moved(entities, text, lambda before: units(before.translate(CLEANED)))


def _trimmed(text: str, entities: list[Entity]) -> Styled:
    trimmed = text.rstrip(TRIMMED)
    lead = len(trimmed) - len(trimmed.lstrip(TRIMMED))
    if len(trimmed) == len(text) and not lead:
        return text, entities
    result = trimmed[lead:]
    size = units(result)
    moved = [_cut(entity, units(trimmed[:lead]), size) for entity in entities]
    return result, [entity for entity in moved if entity.length > 0]


def _cut(entity: Entity, shift: int, size: int) -> Entity:
    start = max(0, entity.offset - shift)
    end = min(size, entity.end - shift)
    return replace(entity, offset=start, length=end - start)


def _moved(entities: list[Entity], text: str, measure: Callable[[str], int]) -> list[Entity]:
    wide = text.encode("utf-16-le", "surrogatepass")

    def at(offset: int) -> int:
        return measure(wide[: 2 * offset].decode("utf-16-le", "ignore"))

    moved = [replace(e, offset=at(e.offset), length=at(e.end) - at(e.offset)) for e in entities]
    return [entity for entity in moved if entity.length > 0]
