"""Polls."""

from __future__ import annotations

from sandbox.api.methods.call import Call, method
from sandbox.api.methods.outgoing import drafted, keyboard, posted
from sandbox.api.methods.places import chat_of, message_of, writable
from sandbox.world.polls import Poll
from sandbox.world.refusals import bad_request

LEAST, MOST = 2, 12


@method("sendPoll")
def send_poll(call: Call) -> object:
    """A question with options."""
    chat = writable(call, "can_send_polls")
    params = call.params
    options = tuple(str(option["text"]) for option in params.objects("options"))
    if len(options) < LEAST:
        raise bad_request("poll must have at least 2 option")
    if len(options) > MOST:
        raise bad_request(f"poll can't have more than {MOST} options")
    kind = params.text("type") or "regular"
    correct = params.numbers("correct_option_ids")
    if kind not in ("regular", "quiz") or (kind == "quiz" and not correct):
        raise bad_request("wrong poll type")
    anonymous = not params.has("is_anonymous") or params.flag("is_anonymous")
    if chat.kind == "channel" and not anonymous:
        raise bad_request("non-anonymous polls can't be sent to channel chats")
    message = drafted(call, chat)
    number = str(5_000_000_000_000_000_000 + call.world.next_number())
    several = params.flag("allows_multiple_answers")
    message.poll = Poll(number, params.text("question"), options, anonymous, several, kind)
    message.poll.correct = correct[0] if correct else None
    return posted(call, message)


@method("stopPoll")
def stop_poll(call: Call) -> object:
    """No more votes."""
    chat = chat_of(call)
    message = message_of(call, chat, "message with poll to stop not found")
    if message.poll is None or not message.by_bot:
        raise bad_request("poll can't be stopped")
    if message.poll.closed:
        raise bad_request("poll has already been closed")
    message.poll.closed = True
    message.buttons = keyboard(call.params)
    call.world.updates.add("poll", message.poll.wire())
    return message.poll.wire()
