"""The Play API over HTTP."""

from __future__ import annotations

import json
from urllib.parse import unquote, urlsplit

from aiohttp import web
from aiohttp.multipart import BodyPartReader

from sandbox.api.pages import page_file
from sandbox.api.params import Upload
from sandbox.play.acts import Acts, Uploads
from sandbox.play.live import Live
from sandbox.play.view import chat_view, history, message_view, person_view, visible
from sandbox.world.chats import Chat
from sandbox.world.messages import Wire
from sandbox.world.people import Person
from sandbox.world.refusals import Impossible
from sandbox.world.updates import encode
from sandbox.world.world import World

MOST_MESSAGES = 200
LONGEST_JUMP_S = 400 * 24 * 3600


class Play:
    """Answers the page."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.acts = Acts(world)
        self.live = Live(world)

    async def answer(self, request: web.BaseRequest, path: str) -> web.StreamResponse:
        """One request of the page, or one of its files."""
        if not path.startswith("/play/"):
            return page_file(path)
        try:
            return await self._answer(request, path.removeprefix("/play/"))
        except Impossible as impossible:
            return _json({"ok": False, "cannot": impossible.what, "fields": impossible.fields}, 409)
        except (LookupError, ValueError) as wrong:
            return _json({"ok": False, "error": str(wrong)}, 400)

    async def _answer(self, request: web.BaseRequest, path: str) -> web.StreamResponse:
        if request.method == "GET":
            if path == "live":
                return await self.live.watch(request, self._viewer(request))
            if path.startswith("file/"):
                return self._file(unquote(path.removeprefix("file/")))
            return _json(self._asked(request, path))
        if not _same_origin(request):
            return _json({"ok": False, "error": "from another page"}, 403)
        body, uploads = await _read(request)
        return _json(await self._done(path, body, uploads))

    def _asked(self, request: web.BaseRequest, path: str) -> Wire:
        if path == "state":
            return self.state()
        parts = path.split("/")
        if len(parts) == 3 and parts[0] == "chats" and parts[2] == "messages":
            return self._messages(request, int(parts[1]))
        if len(parts) == 3 and parts[0] == "chats" and parts[2] == "commands":
            return self._commands(request, int(parts[1]))
        raise LookupError(path)

    async def _done(self, path: str, body: Wire, uploads: Uploads) -> Wire:
        if path == "act":
            return await self.acts.do(body, uploads)
        if path == "advance":
            return await self._advance(body)
        if path == "season" and "season" in self.world.hooks:
            return {"ok": True} | await self.world.hooks["season"](body)
        raise LookupError(path)

    def state(self) -> Wire:
        """Everything the page needs to begin."""
        people = [person for person in self.world.people.values() if person is not self.world.telegram]
        for person in people:
            if not person.is_bot:
                self.world.private(person)
        return {
            "world": self.world.name,
            "now": int(self.world.clock.now()),
            "brand": self.world.brand,
            "bot": person_view(self.world.bot),
            "people": [person_view(person) for person in people if not person.is_ours],
            "chats": [chat_view(self.world, chat) for chat in self.world.chats.values() if chat.migrated_to is None],
            "scenario": self.world.scenario,
        }

    def _messages(self, request: web.BaseRequest, chat_id: int) -> Wire:
        viewer = self._viewer(request)
        chat = self._chat(chat_id, viewer)
        topic, before = _number(request, "topic"), _number(request, "before")
        limit = min(_number(request, "limit") or 50, MOST_MESSAGES)
        found = history(chat, viewer, topic, before, limit)
        return {"messages": [message_view(self.world, message) for message in found]}

    def _commands(self, request: web.BaseRequest, chat_id: int) -> Wire:
        viewer = self._viewer(request)
        chat = self._chat(chat_id, viewer)
        standing = chat.member(viewer.id)
        language = viewer.language_code.partition("-")[0]
        admin = standing is not None and standing.is_admin
        shown = self.world.menus.shown_in(chat.id, viewer.id, language, private=chat.person is not None, admin=admin)
        return {"commands": [{"command": name, "description": description} for name, description in shown]}

    async def _advance(self, body: Wire) -> Wire:
        hook = self.world.hooks.get("advance")
        if hook is not None:
            return {"ok": True} | await hook(body)
        seconds = body.get("seconds")
        if not isinstance(seconds, int | float) or not 0 <= seconds <= LONGEST_JUMP_S:
            raise LookupError("seconds must be a number")
        self.world.advance(seconds)
        return {"ok": True, "now": int(self.world.clock.now())}

    def _file(self, file_id: str) -> web.Response:
        stored = self.world.files.by_id(file_id)
        if stored is None:
            raise LookupError("no such file")
        shown = stored.mime.startswith(("image/", "video/", "audio/"))
        headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "max-age=86400"}
        if not shown:
            headers["Content-Disposition"] = "attachment"
        return web.Response(body=stored.data, content_type=stored.mime, headers=headers)

    def _viewer(self, request: web.BaseRequest) -> Person:
        viewer = self.world.people.get(_number(request, "as") or 0)
        if viewer is None:
            raise LookupError("nobody")
        return viewer

    def _chat(self, chat_id: int, viewer: Person) -> Chat:
        chat = self.world.private(viewer) if chat_id == viewer.id else self.world.chats.get(chat_id)
        if chat is None or not visible(chat, viewer):
            raise Impossible("not_there", name=viewer.name)
        return chat


def _number(request: web.BaseRequest, name: str) -> int | None:
    value = request.rel_url.query.get(name, "")
    return int(value) if value else None


def _same_origin(request: web.BaseRequest) -> bool:
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("Host")


async def _read(request: web.BaseRequest) -> tuple[Wire, Uploads]:
    if request.content_type != "multipart/form-data":
        return _parsed(await request.read()), []
    body: Wire = {}
    uploads: Uploads = []
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader):
            raise LookupError("nested parts")
        data = bytes(await part.read())
        if part.filename is None:
            body.update(_parsed(data))
        else:
            kind = (part.headers.get("Content-Type") or "").partition("/")[0]
            uploads.append(({"image": "photo", "video": "video"}.get(kind, "document"), Upload(part.filename, data)))
    return body, uploads


def _parsed(data: bytes) -> Wire:
    body = json.loads(data or b"{}")
    if not isinstance(body, dict):
        raise LookupError("an object is wanted")
    return body


def _json(body: Wire, status: int = 200) -> web.Response:
    return web.Response(body=encode(body), status=status, content_type="application/json")
