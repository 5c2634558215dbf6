"""What the bot is about to post: its place, its reply, its buttons, for whose eyes."""

from __future__ import annotations

from typing import cast

from sandbox.api.methods.call import Call
from sandbox.api.methods.places import spend, topic_of
from sandbox.api.params import Params
from sandbox.text.entities import Entity
from sandbox.text.formatting import MOST_CAPTION, MOST_TEXT, styled
from sandbox.text.links import checked_link
from sandbox.world.chats import Chat
from sandbox.world.events import Event
from sandbox.world.messages import Button, Message, Wire
from sandbox.world.people import Person
from sandbox.world.posting import post
from sandbox.world.pressing import ANSWERABLE_S
from sandbox.world.refusals import bad_request
from sandbox.world.wire import message_wire
from sandbox.world.world import World

Keyboard = tuple[tuple[Button, ...], ...]
MOST_BUTTONS, MOST_IN_ROW = 100, 8
BUTTON_KINDS = (
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay", "disabled",
)  # fmt: skip
STYLES = ("", "danger", "success", "primary")


def drafted(call: Call, chat: Chat, *, buttons: Keyboard | None = None) -> Message:
    """An empty message by the bot, in its place."""
    topic, thread = topic_of(call, chat)
    message = Message(chat=chat, date=int(call.world.clock.now()), sender=call.world.bot, topic=topic, thread=thread)
    if chat.kind == "channel":
        message.sender, message.sender_chat = None, chat
    message.reply_to = _replied(call, chat)
    message.buttons = keyboard(call.params) if buttons is None else buttons
    message.protected = call.params.flag("protect_content")
    message.by_us = True
    return message


def posted(call: Call, message: Message) -> Wire:
    """Send it: to everybody there, or to one person alone."""
    spend(call, message.chat)
    wanted = call.params.mapping("ephemeral_message_parameters")
    if wanted:
        return _whispered(call, message, wanted)
    return message_wire(post(call.world, message))


def write(world: World, message: Message, content: tuple[str, list[Entity]]) -> None:
    """Put words into it; mentions of people whom the bot cannot know are dropped."""
    text, entities = content
    message.text = text
    message.entities = [e for e in entities if not e.user_id or e.user_id in world.people]
    message.mentioned = world.written_people(message.entities)


def text_of(params: Params) -> tuple[str, list[Entity]]:
    """The parsed text of a call; refused when nothing is left of it."""
    content = styled(params.text("text"), params.text("parse_mode"), params.items("entities"), most=MOST_TEXT)
    if not content[0]:
        raise bad_request("message text is empty")
    return content


def caption_of(params: Params) -> tuple[str, list[Entity]]:
    """The parsed caption of a call."""
    if not params.has("caption"):
        return "", []
    given = params.items("caption_entities")
    return styled(params.text("caption"), params.text("parse_mode"), given, most=MOST_CAPTION)


def keyboard(params: Params) -> Keyboard:
    """The inline keyboard of a call; other kinds of markup show nothing in a chat."""
    rows = params.mapping("reply_markup").get("inline_keyboard")
    if not isinstance(rows, list):
        return ()
    buttons = tuple(tuple(_button(button) for button in row) for row in rows if row)
    if sum(len(row) for row in buttons) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    if any(len(row) > MOST_IN_ROW for row in buttons):
        raise bad_request("BUTTON_ROW_TOO_LONG")
    return buttons


def _button(wire: Wire) -> Button:
    kinds = [kind for kind in BUTTON_KINDS if kind in wire]
    if not kinds:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(kinds) > 1:
        raise bad_request(f"can't parse inline keyboard button: {' and '.join(kinds)} exclude each other")
    if not str(wire["text"]).strip():
        raise bad_request("can't parse inline keyboard button: button text must be non-empty")
    if "url" in wire and not checked_link(str(wire["url"])):
        raise bad_request(f"inline keyboard button URL '{wire['url']}' is invalid: Wrong HTTP URL")
    if wire.get("style", "") not in STYLES:
        raise bad_request("can't parse inline keyboard button: invalid button style specified")
    return Button(str(wire["text"]), wire)


def _replied(call: Call, chat: Chat) -> Message | None:
    wanted = call.params.mapping("reply_parameters")
    if not wanted:
        return None
    if "ephemeral_message_id" in wanted:
        return None
    message_id = wanted.get("message_id")
    if not isinstance(message_id, int):
        raise bad_request("message identifier is not specified")
    elsewhere = wanted.get("chat_id")
    message = chat.messages.get(message_id) if elsewhere in (None, chat.id) else None
    if message is None and wanted.get("allow_sending_without_reply") is not True:
        raise bad_request("message to be replied not found")
    return message


def _whispered(call: Call, message: Message, wanted: Wire) -> Wire:
    chat = message.chat
    receiver = _receiver(call, chat, cast(int, wanted["receiver_user_id"]))
    _triggered(call, wanted, receiver)
    message.id = 0
    message.after = chat.last_message_id
    message.ephemeral_for = receiver
    message.ephemeral_id = call.world.next_number()
    chat.ephemeral[receiver.id, message.ephemeral_id] = message
    call.world.emit(Event("message", chat, message, only_for=receiver))
    return message_wire(message)


def _receiver(call: Call, chat: Chat, person_id: int) -> Person:
    if chat.kind not in ("group", "supergroup"):
        raise bad_request("ephemeral messages can be sent only to groups and supergroups")
    receiver = call.world.people.get(person_id)
    if receiver is None or not chat.present(person_id):
        raise bad_request("PARTICIPANT_ID_INVALID")
    return receiver


def _triggered(call: Call, wanted: Wire, receiver: Person) -> None:
    query_id = wanted.get("callback_query_id")
    if query_id is None:
        return
    query = call.world.presses.get(str(query_id))
    if query is None or query.person is not receiver or call.world.clock.now() - query.at > ANSWERABLE_S:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
