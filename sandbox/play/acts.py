"""What a person does from the page."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from sandbox.api.params import Upload
from sandbox.play.view import find_message, message_view
from sandbox.world.chats import Chat, Topic
from sandbox.world.messages import Message, Wire
from sandbox.world.people import Person
from sandbox.world.pressing import answered
from sandbox.world.refusals import Impossible
from sandbox.world.world import World

ANSWER_WITHIN_S = 10.0
Uploads = list[tuple[str, Upload]]
KINDS = ("photo", "video", "document", "sticker", "voice")


class Acts:
    """The verbs of the page, each a few lines over what a Person can do."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._verbs: dict[str, Callable[[Person, Wire, Uploads], Awaitable[Wire]]] = {
            "say": self._say,
            "send": self._send,
            "react": self._react,
            "press": self._press,
            "edit": self._edit,
            "delete": self._delete,
            "join": self._join,
            "leave": self._leave,
            "start": self._start,
            "forward": self._forward,
            "vote": self._vote,
            "block": self._block,
            "unblock": self._unblock,
        }

    async def do(self, body: Wire, uploads: Uploads) -> Wire:
        """One act; raises Impossible or LookupError."""
        person = self.world.people.get(_number(body, "as"))
        verb = self._verbs.get(str(body.get("do", "")))
        if person is None or person.is_bot or verb is None:
            raise LookupError("nobody, or nothing to do")
        return {"ok": True} | await verb(person, body, uploads)

    async def _say(self, person: Person, body: Wire, _uploads: Uploads) -> Wire:
        chat = self._chat(body)
        reply, topic = self._reply(person, chat, body), self._topic(chat, body)
        return self._shown(person.say(chat, str(body.get("text", "")), reply_to=reply, topic=topic))

    async def _send(self, person: Person, body: Wire, uploads: Uploads) -> Wire:
        chat = self._chat(body)
        reply, topic = self._reply(person, chat, body), self._topic(chat, body)
        caption = str(body.get("text") or body.get("caption") or "")
        if body.get("as_document"):
            uploads = [("document", upload) for _, upload in uploads]
        if len(uploads) > 1 and any(kind != "photo" for kind, _ in uploads):
            alone = [await self._send(person, body, [upload]) for upload in uploads]
            return alone[0]
        if uploads[1:]:
            photos: list[str | bytes] = [upload.data for _, upload in uploads]
            return self._shown(person.album(chat, photos, caption=caption, reply_to=reply, topic=topic)[0])
        sort, content, name = _sent(body, uploads)
        kinds = {kind: content if kind == sort else None for kind in KINDS}
        return self._shown(person.send(chat, **kinds, name=name, caption=caption, reply_to=reply, topic=topic))

    async def _react(self, person: Person, body: Wire, _uploads: Uploads) -> Wire:
        emoji = body.get("emoji")
        person.react(self._message(person, body), str(emoji) if emoji else None)
        return {}

    async def _press(self, person: Person, body: Wire, _uploads: Uploads) -> Wire:
        where = (_number(body, "row"), _number(body, "column"))
        query = person.press(self._message(person, body), where)
        try:
            answer = await asyncio.wait_for(answered(self.world, query), ANSWER_WITHIN_S)
        except TimeoutError:
            return {"answer": None}
        return {"answer": {"text": answer.text, "show_alert": answer.show_alert, "url": answer.url}}

    async def _edit(self, person: Person, body: Wire, _uploads: Uploads) -> Wire:
        return self._shown(person.edit(self._message(person, body), str(body.get("text", ""))))

    async def _delete(self, person: Person, body: Wire, _uploads: Uploads) -> Wire:
        person.delete(self._message(person, body))
        return {}

    async def _join(self, person: Person, body: Wire, _uploads: Uploads) -> Wire:
        link = str(body.get("link", ""))
        if not link:
            person.join(self._chat(body))
            return {}
        for chat in self.world.chats.values():
            if link in chat.invitations:
                person.join(chat, chat.invitations[link])
                return {"chat": chat.id}
        raise Impossible("link_over")

    async def _leave(self, person: Person, body: Wire, _uploads: Uploads) -> Wire:
        person.leave(self._chat(body))
        return {}

    async def _start(self, person: Person, body: Wire, _uploads: Uploads) -> Wire:
        return self._shown(person.start(str(body.get("payload", ""))))

    async def _forward(self, person: Person, body: Wire, _uploads: Uploads) -> Wire:
        message = self._message(person, body)
        chat = self._chat({"chat": body.get("to")})
        return self._shown(person.forward(message, chat, topic=self._topic(chat, body)))

    async def _vote(self, person: Person, body: Wire, _uploads: Uploads) -> Wire:
        options = body.get("options")
        chosen = [option for option in options if isinstance(option, int)] if isinstance(options, list) else []
        person.vote(self._message(person, body), *chosen)
        return {}

    async def _block(self, person: Person, _body: Wire, _uploads: Uploads) -> Wire:
        person.block_bot()
        return {}

    async def _unblock(self, person: Person, _body: Wire, _uploads: Uploads) -> Wire:
        person.unblock_bot()
        return {}

    def _shown(self, message: Message) -> Wire:
        return {"message": message_view(self.world, message)}

    def _chat(self, body: Wire) -> Chat:
        chat_id = _number(body, "chat")
        chat = self.world.chats.get(chat_id)
        if chat is None and chat_id in self.world.people:
            chat = self.world.private(self.world.people[chat_id])
        if chat is None:
            raise LookupError("no such chat")
        return chat

    def _message(self, person: Person, body: Wire) -> Message:
        chat = self._chat(body)
        if not chat.present(person.id):
            raise Impossible("not_in", name=person.name, chat=chat.title)
        message = find_message(chat, person, _number(body, "message"))
        if message is None:
            raise Impossible("no_message")
        return message

    def _reply(self, person: Person, chat: Chat, body: Wire) -> Message | None:
        if not body.get("reply_to"):
            return None
        return self._message(person, {"chat": chat.id, "message": body["reply_to"]})

    def _topic(self, chat: Chat, body: Wire) -> Topic | None:
        topic = body.get("topic")
        return chat.topics.get(topic) if isinstance(topic, int) else None


def _sent(body: Wire, uploads: Uploads) -> tuple[str, str | bytes, str]:
    """What kind of thing is sent, its bytes or the name of a sample, and its file name."""
    if not uploads:
        sample = str(body["sample"])
        return sample.partition("-")[0], sample, ""
    kind, upload = uploads[0]
    wished = str(body.get("as_kind", ""))
    return wished if wished in ("sticker", "voice") else kind, upload.data, upload.name


def _number(body: Wire, name: str) -> int:
    value = body.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        raise LookupError(f"{name} must be a number")
    return value
