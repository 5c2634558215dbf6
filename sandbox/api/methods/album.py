"""sendMediaGroup."""

from __future__ import annotations

from typing import cast

from sandbox.api.methods.call import Call, method
from sandbox.api.methods.outgoing import drafted, write
from sandbox.api.methods.places import spend, writable
from sandbox.api.methods.sending import file_of
from sandbox.text.entities import Entity
from sandbox.text.formatting import MOST_CAPTION, styled
from sandbox.world.files import Media, MediaKind
from sandbox.world.messages import Message, Wire
from sandbox.world.posting import post
from sandbox.world.refusals import bad_request
from sandbox.world.wire import message_wire

LEAST, MOST = 2, 10


@method("sendMediaGroup")
def send_media_group(call: Call) -> object:
    """Two to ten files under one media group id."""
    chat = writable(call, "can_send_photos")
    items = call.params.objects("media")
    if not LEAST <= len(items) <= MOST:
        raise bad_request(
            "wrong number of messages in the album: 2-10 expected" if items else "there are no messages to send"
        )
    kinds = {str(item["type"]) for item in items}
    if len(kinds) > 1 and kinds - {"photo", "video"}:
        raise bad_request("documents and audio can't be mixed with other media types in an album")
    messages = [_item(call, drafted(call, chat, buttons=()), item) for item in items]
    spend(call, chat, len(messages))
    group = call.world.next_album()
    for message in messages:
        message.album = group
        post(call.world, message)
    return [message_wire(message) for message in messages]


def _item(call: Call, message: Message, item: Wire) -> Message:
    message.media = media_of(call, item)
    write(call.world, message, item_caption(item))
    return message


def media_of(call: Call, item: Wire) -> Media:
    """The media of an InputMedia."""
    kind = cast(MediaKind, item["type"])
    stored = file_of(call, kind, item["media"])
    return Media(kind, stored, item.get("has_spoiler") is True, item.get("show_caption_above_media") is True)


def item_caption(item: Wire) -> tuple[str, list[Entity]]:
    """The caption of an InputMedia."""
    given = item.get("caption_entities")
    entities = given if isinstance(given, list) else None
    return styled(str(item.get("caption", "")), str(item.get("parse_mode", "")), entities, most=MOST_CAPTION)
