"""The Bot API end: token, method, parameters, faults, the answer."""

from __future__ import annotations

import asyncio
from collections import Counter
from email.utils import formatdate
from functools import lru_cache
from urllib.parse import unquote

from aiohttp import web

from sandbox.api.methods import METHODS, Call
from sandbox.api.params import Params, Upload
from sandbox.api.requests import read
from sandbox.api.validation import METHOD_CHECKS, UPDATE_KINDS
from sandbox.world.faults import Fault
from sandbox.world.messages import Wire
from sandbox.world.refusals import METHOD_NOT_FOUND, NOT_FOUND, UNAUTHORIZED, Refused, bad_request, too_many
from sandbox.world.updates import encode
from sandbox.world.world import World

JSON = "application/json"


class HungUp(Exception):
    """The connection was closed on purpose, without an answer."""


class BotApi:
    """Answers a bot's requests about one world; `calls` counts them by method, `refused` tells which were, and why."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.calls: Counter[str] = Counter()
        self.refused: list[tuple[str, str]] = []

    async def answer(self, request: web.BaseRequest, path: str) -> web.StreamResponse:
        """One request, from `/bot<token>/<method>`."""
        token, _, name = path[4:].partition("/")
        try:
            self._authorized(token)
            given, uploads = await read(request)
            body = await self._met(request, name, given, uploads)
        except Refused as refused:
            self.refused.append((name, refused.description))
            return web.Response(
                body=encode(refused.wire()), status=refused.code, content_type=JSON, headers=self._dated()
            )
        except HungUp:
            return web.Response(status=500)
        return web.Response(body=body, content_type=JSON, headers=self._dated())

    def file(self, path: str) -> web.StreamResponse:
        """A download, from `/file/bot<token>/<path>`."""
        token, _, place = path.removeprefix("/file/bot").partition("/")
        stored = self.world.files.by_path(unquote(place))
        if token not in (self.world.token, self.world.token.replace(":", "%3A")) or stored is None:
            return web.Response(body=encode(NOT_FOUND.wire()), status=404, content_type=JSON)
        return web.Response(body=stored.data, content_type="application/octet-stream")

    def _dated(self) -> dict[str, str]:
        """When it was answered, by the clock of this world."""
        return _date(int(self.world.clock.now()))

    def _authorized(self, token: str) -> None:
        if token != self.world.token and unquote(token) != self.world.token:
            raise UNAUTHORIZED if ":" in unquote(token) else NOT_FOUND

    async def _met(self, request: web.BaseRequest, name: str, given: Wire, uploads: dict[str, Upload]) -> bytes:
        method = name.lower()
        self.calls[method] += 1
        fault = self.world.faults.next(method)
        if self.world.latency_s:
            await asyncio.sleep(self.world.latency_s)
        if fault is None:
            return await self.work(name, given, uploads)
        await self._before(request, fault)
        body = await self.work(name, given, uploads)
        if fault.kind == "reply_lost":
            _hang_up(request)
        return body

    async def _before(self, request: web.BaseRequest, fault: Fault) -> None:
        if fault.kind == "drop":
            _hang_up(request)
        elif fault.kind == "delay":
            await asyncio.sleep(fault.seconds)
        elif fault.kind in ("error", "refuse"):
            raise Refused(fault.code, fault.description)
        elif fault.kind == "too_many":
            raise too_many(int(fault.seconds) or 1)

    async def work(self, name: str, given: Wire, uploads: dict[str, Upload]) -> bytes:
        """What the method does; the body of a good answer."""
        check = METHOD_CHECKS.get(name.lower())
        if check is None:
            raise METHOD_NOT_FOUND
        if check.name == "getUpdates":
            updates = await self._updates(Params(check(given, strict=self.world.strict), uploads))
            return b'{"ok":true,"result":[' + b",".join(updates) + b"]}"
        method = METHODS.get(name.lower())
        if method is None:
            raise METHOD_NOT_FOUND
        params = Params(check(given, strict=self.world.strict), uploads)
        return b'{"ok":true,"result":' + encode(method(Call(self.world, check.name, params))) + b"}"

    async def _updates(self, params: Params) -> list[bytes]:
        allowed = params.items("allowed_updates")
        if allowed is not None:
            kinds = [str(kind) for kind in allowed]
            unknown = [kind for kind in kinds if kind not in UPDATE_KINDS]
            if unknown and self.world.strict:
                raise bad_request(f"unknown update type {unknown[0]}")
            self.world.updates.allow(kinds)
        limit, timeout_s = params.number("limit", 100), params.number("timeout")
        return await self.world.updates.poll(params.number("offset"), limit, timeout_s)


@lru_cache(maxsize=2)
def _date(now: int) -> dict[str, str]:
    return {"Date": formatdate(now, usegmt=True)}


def _hang_up(request: web.BaseRequest) -> None:
    """Close the connection without an answer."""
    if request.transport is not None:
        request.transport.abort()
    raise HungUp
