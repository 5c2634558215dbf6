"""Reading a Bot API request: query string, form, multipart or JSON, as clients send them."""

from __future__ import annotations

import json
from urllib.parse import parse_qsl

from aiohttp import web
from aiohttp.multipart import BodyPartReader

from sandbox.api.params import Upload
from sandbox.world.refusals import bad_request

Given = tuple[dict[str, object], dict[str, Upload]]
LARGEST_BODY = 60 * 1024 * 1024


async def read(request: web.BaseRequest) -> Given:
    """The parameters and the uploaded files."""
    given: dict[str, object] = (
        dict(parse_qsl(request.query_string, keep_blank_values=True)) if request.query_string else {}
    )
    if not request.body_exists:
        return given, {}
    kind = request.content_type
    if kind == "multipart/form-data":
        return await _multipart(request, given)
    body = await request.read()
    if not body:
        return given, {}
    if kind == "application/json":
        given.update(_json(body))
    elif kind == "application/x-www-form-urlencoded":
        given.update(_form(body))
    else:
        raise bad_request("unsupported content type of the request")
    return given, {}


def _json(body: bytes) -> dict[str, object]:
    try:
        parsed = json.loads(body)
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(parsed, dict):
        raise bad_request("can't parse JSON object")
    return {name: value for name, value in parsed.items() if value is not None}


def _form(body: bytes) -> dict[str, object]:
    try:
        return dict(parse_qsl(body.decode(), keep_blank_values=True, errors="strict"))
    except UnicodeDecodeError:
        raise bad_request("strings must be encoded in UTF-8") from None


async def _multipart(request: web.BaseRequest, given: dict[str, object]) -> Given:
    uploads: dict[str, Upload] = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            raise bad_request("can't parse multipart/form-data")
        data = bytes(await part.read())
        if part.filename is not None:
            upload = uploads[part.name] = Upload(part.filename, data)
            given[part.name] = upload
        else:
            given[part.name] = data.decode()
    return given, uploads
