"""copyMessage and forwardMessage."""

from __future__ import annotations

from sandbox.api.methods.call import Call, method
from sandbox.api.methods.outgoing import drafted, posted, write
from sandbox.api.methods.places import message_of, shared, spend, writable
from sandbox.text.formatting import MOST_CAPTION, styled
from sandbox.world.messages import Message
from sandbox.world.posting import post
from sandbox.world.refusals import bad_request
from sandbox.world.speaking import carry, origin_of

MOST_AT_ONCE = 100


@method("copyMessage")
def copy_message(call: Call) -> object:
    """The same content again, without saying where from."""
    source = message_of(call, shared(call, "from_chat_id"), "message to copy not found")
    chat = writable(call)
    if source.service or source.poll is not None or (not source.text and source.media is None):
        raise bad_request("message can't be copied")
    if source.protected:
        raise bad_request("message has protected content and can't be copied")
    copy = drafted(call, chat)
    carry(source, copy)
    if call.params.has("caption") and source.media is not None:
        given = call.params.items("caption_entities")
        write(
            call.world,
            copy,
            styled(call.params.text("caption"), call.params.text("parse_mode"), given, most=MOST_CAPTION),
        )
    body = posted(call, copy)
    return {"message_id": body["message_id"]}


@method("forwardMessage")
def forward_message(call: Call) -> object:
    """The message itself, with its origin."""
    source = message_of(call, shared(call, "from_chat_id"), "message to forward not found")
    chat = writable(call)
    return posted(call, _forwarded(call, source, drafted(call, chat)))


@method("forwardMessages", "copyMessages")
def several(call: Call) -> object:
    """Up to a hundred; those that can't be found are passed over."""
    place = shared(call, "from_chat_id")
    chat = writable(call)
    ids = call.params.numbers("message_ids")
    if not 1 <= len(ids) <= MOST_AT_ONCE:
        raise bad_request("too many messages to forward" if ids else "message identifiers are not specified")
    found = [place.messages[number] for number in ids if number in place.messages]
    sources = [source for source in found if not source.service and not source.protected]
    if not sources:
        raise bad_request("there are no messages to forward")
    spend(call, chat, len(sources))
    results: list[dict[str, object]] = []
    for source in sources:
        copy = drafted(call, chat, buttons=())
        if call.method.startswith("forward"):
            _forwarded(call, source, copy)
        else:
            carry(source, copy)
        results.append({"message_id": post(call.world, copy).id})
    return results


def _forwarded(_call: Call, source: Message, copy: Message) -> Message:
    if source.service:
        raise bad_request("message can't be forwarded")
    if source.protected:
        raise bad_request("message has protected content and can't be forwarded")
    carry(source, copy)
    copy.origin, copy.buttons = origin_of(source), source.forwarded_buttons()
    copy.buttons = ()
    return copy
