"""The web page's own files."""

from __future__ import annotations

import mimetypes
from pathlib import Path

from aiohttp import web

PAGE = (Path(__file__).parents[1] / "page").resolve()


def page_file(path: str) -> web.Response:
    """`/` is the page, `/page/...` what it needs; nothing outside the folder."""
    wanted = PAGE / ("index.html" if path == "/" else path.removeprefix("/page/"))
    file = wanted.resolve()
    if not file.is_relative_to(PAGE) or not file.is_file():
        if path == "/":
            return web.Response(text="The sandbox is running; its page is not installed.\n")
        return web.Response(text="Not here.\n", status=404)
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    charset = "utf-8" if kind.startswith("text/") or kind.endswith(("javascript", "json")) else None
    fresh = {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
    return web.Response(body=file.read_bytes(), content_type=kind, charset=charset, headers=fresh)
