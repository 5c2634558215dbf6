"""Presses of inline buttons, and votes in polls."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sandbox.world.refusals import Impossible, bad_request
from sandbox.world.wire import message_wire

if TYPE_CHECKING:
    from sandbox.world.messages import Message
    from sandbox.world.people import Person
    from sandbox.world.world import World

ANSWERABLE_S = 150
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@dataclass(slots=True, frozen=True)
class Answer:
    """What the person who pressed is shown."""

    text: str = ""
    show_alert: bool = False
    url: str = ""


@dataclass(slots=True, eq=False)
class Press:
    """One callback query on its way."""

    id: str
    person: Person
    message: Message
    data: str
    at: float
    answer: Answer | None = None
    waiting: list[asyncio.Future[Answer]] = field(default_factory=list)


def press(person: Person, message: Message, where: str | tuple[int, int]) -> str:
    """Press a button; gives the id under which the bot answers."""
    if message.deleted or not message.chat.present(person.id):
        raise Impossible("no_message")
    if message.ephemeral_for is not None and message.ephemeral_for is not person:
        raise Impossible("not_yours")
    button = message.button(where)
    if not button.data:
        raise Impossible("no_button")
    world = person.world
    query = Press(world.next_query_id(), person, message, button.data, world.clock.now())
    world.presses[query.id] = query
    _forget_old(world)
    body: dict[str, object] = {
        "id": query.id,
        "from": person.wire(),
        "message": message_wire(message),
        "chat_instance": str(-(message.chat.id * 7919)),
        "data": button.data,
    }
    world.updates.add("callback_query", body)
    return query.id


def answer(world: World, query_id: str, shown: Answer) -> None:
    """The bot answers; once, and within 150 seconds."""
    query = world.presses.get(query_id)
    if query is None or query.answer is not None or world.clock.now() - query.at > ANSWERABLE_S:
        raise bad_request(TOO_OLD)
    query.answer = shown
    for waiter in query.waiting:
        if not waiter.done():
            waiter.set_result(shown)
    query.waiting.clear()


async def answered(world: World, query_id: str) -> Answer:
    """Wait for the bot's answer to a press."""
    query = world.presses[query_id]
    if query.answer is not None:
        return query.answer
    waiter: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
    query.waiting.append(waiter)
    return await waiter


def vote(person: Person, message: Message, options: tuple[int, ...]) -> None:
    """Answer a poll; no options take the vote back."""
    poll = message.poll
    if poll is None or poll.closed or any(not 0 <= option < len(poll.options) for option in options):
        raise Impossible("no_vote")
    if options:
        poll.votes[person.id] = options
    else:
        poll.votes.pop(person.id, None)
    if not message.by_bot:
        return
    person.world.updates.add("poll", poll.wire())
    if not poll.anonymous:
        body: dict[str, object] = {
            "poll_id": poll.id,
            "user": person.wire(),
            "option_ids": list(options),
            "option_persistent_ids": [str(option) for option in options],
        }
        person.world.updates.add("poll_answer", body)


def _forget_old(world: World) -> None:
    oldest = world.clock.now() - 2 * ANSWERABLE_S
    while world.presses:
        first = next(iter(world.presses.values()))
        if first.at >= oldest:
            return
        del world.presses[first.id]
