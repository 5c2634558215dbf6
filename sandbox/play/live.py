"""What happens, told at once to each page that watches, as its person may see it."""

from __future__ import annotations

import asyncio

from aiohttp import WSMsgType, web

from sandbox.play.view import message_view, reactions_view, shown_id, topics_view, visible
from sandbox.world.chats import Chat
from sandbox.world.events import Event
from sandbox.world.messages import Message, Wire
from sandbox.world.people import Person
from sandbox.world.updates import encode
from sandbox.world.world import World


class Live:
    """The open WebSockets."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._open: set[web.WebSocketResponse] = set()

    async def watch(self, request: web.BaseRequest, viewer: Person) -> web.StreamResponse:
        """Tell one page what happens until it goes."""
        socket = web.WebSocketResponse(heartbeat=20)
        await socket.prepare(request)
        events = self.world.listen()
        self._open.add(socket)
        teller = asyncio.create_task(self._tell(socket, events, viewer))
        try:
            async for message in socket:
                if message.type == WSMsgType.ERROR:
                    break
        finally:
            teller.cancel()
            await asyncio.gather(teller, return_exceptions=True)
            self._open.discard(socket)
            self.world.unlisten(events)
        return socket

    async def stop(self) -> None:
        """Send all pages home."""
        for socket in list(self._open):
            await socket.close()

    async def _tell(self, socket: web.WebSocketResponse, events: asyncio.Queue[Event], viewer: Person) -> None:
        while not socket.closed:
            told = event_view(self.world, await events.get(), viewer)
            if told is not None:
                await socket.send_str(encode(told).decode())


def event_view(world: World, event: Event, viewer: Person) -> Wire | None:
    """An event as one person may see it, or nothing."""
    if event.chat is None:
        return {"type": event.type} | event.data
    if not _concerns(event, event.chat, viewer):
        return None
    body: Wire = {"type": event.type, "chat": event.chat.id}
    if event.type == "topics":
        return body | {"topics": topics_view(event.chat)}
    if event.person is not None:
        return body | {"person": event.person.id} | event.data
    return body | _about(world, event, event.message) if event.message is not None else None


def _concerns(event: Event, chat: Chat, viewer: Person) -> bool:
    if event.only_for is not None:
        return event.only_for is viewer
    return event.person is viewer or visible(chat, viewer)


def _about(world: World, event: Event, message: Message) -> Wire:
    if event.type in ("message", "edited"):
        return {"message": message_view(world, message)}
    if event.type == "reactions":
        return {"message_id": shown_id(message), "reactions": reactions_view(message)}
    return {"ids": [shown_id(message)]}
