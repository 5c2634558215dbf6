"""A Telegram that answers the first call of each method as it is told, and every other one well."""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

SPARED = "instead"


@dataclass(frozen=True)
class Answer:
    """What comes back, and whether the call was carried out all the same (`posted`). `breaks` tears the line."""

    status: int = 200
    body: bytes = b""
    posted: bool = False
    hangs: bool = False
    breaks: bool = False


def refusal(code: int, description: str, *, posted: bool = False, **parameters: int) -> Answer:
    """An answer of the Bot API that says no."""
    said: dict[str, Any] = {"ok": False, "error_code": code, "description": description}
    if parameters:
        said["parameters"] = parameters
    return Answer(code, json.dumps(said).encode(), posted)


@dataclass
class Telegram:
    """What has been asked and carried out, by method."""

    first: Answer | None
    only: frozenset[str] | None = None
    times: int = 1
    mute: bool = False
    url: str = ""
    asked: Counter[str] = field(default_factory=Counter)
    posted: Counter[str] = field(default_factory=Counter)
    said: list[str] = field(default_factory=list)
    updates: list[dict[str, Any]] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Any method of the Bot API."""
        method = request.path.rsplit("/", 1)[-1]
        text = (await request.read()).decode("utf-8", "replace")
        if method == "getMe":
            while self.mute:
                await asyncio.sleep(0.02)
            return _well({"id": 42, "is_bot": True, "first_name": "bot", "username": "kocbot"})
        if SPARED in text:
            self.posted[SPARED] += 1
            return _well(_result("sendMessage"))
        self.asked[method] += 1
        told = self.first if self.asked[method] <= self.times and (self.only is None or method in self.only) else None
        if told is None or told.posted:
            self.posted[method] += 1
            self.said.append(text)
        if told is None:
            return _well(self._updates(text) if method == "getUpdates" else _result(method))
        return await _badly(request, told)

    def _updates(self, text: str) -> list[dict[str, Any]]:
        offset = next((int(part.split("=")[1]) for part in text.split("&") if part.startswith("offset=")), 0)
        self.offsets.append(offset)
        return [update for update in self.updates if update["update_id"] >= offset]


def _well(result: Any) -> web.Response:
    return web.json_response({"ok": True, "result": result})


def _result(method: str) -> Any:
    message = {"message_id": 7, "date": 0, "chat": {"id": 1, "type": "private"}}
    if method == "sendMediaGroup":
        return [message]
    return message if method.startswith("send") else True


async def _badly(request: web.Request, told: Answer) -> web.StreamResponse:
    if told.hangs:
        await asyncio.sleep(30)
    if told.breaks:
        assert request.transport
        request.transport.abort()
    return web.Response(status=told.status, body=told.body, content_type="application/json")


@asynccontextmanager
async def telegram(first: Answer | None, only: frozenset[str] | None = None, port: int = 0) -> AsyncIterator[Telegram]:
    """It stands while the block runs, at that port or a free one."""
    there = Telegram(first, only)
    runner = web.ServerRunner(web.Server(there.handle), shutdown_timeout=0.01)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", port).start()
        host, port = runner.addresses[0][:2]
        there.url = f"http://{host}:{port}"
        yield there
    finally:
        await runner.cleanup()
