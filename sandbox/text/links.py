"""Which addresses Telegram takes as links, and how it writes them."""

import re

USER = re.compile(r"tg:(?://)?user/?\?(?:[^#]*&)?id=(\d{1,19})(?:[&#].*)?", re.IGNORECASE)
SCHEME = re.compile(r"([A-Za-z]+)://(.*)", re.DOTALL)
AUTHORITY = re.compile(r"(?:([^/?#]*)@)?(\[[0-9A-Fa-f:.]+\]|[^/?#@:\[\]]*)(?::(\d+))?([/?#].*)?", re.DOTALL)
HOST = re.compile(r"(?:[A-Za-z0-9._\-!$,~*'();&+=]|%[0-9A-Fa-f]{2}|[^\x00-\x7f])+|\[[0-9A-Fa-f:.]+\]")
APP_PREFIX = re.compile(r"(tg|ton):(?!//)", re.IGNORECASE)
LOGIN = re.compile(r"(?:[A-Za-z0-9._\-!$,~*'();&+=:]|%[0-9A-Fa-f]{2}|[^\x00-\x7f])*")
APP_HOST = re.compile(r"[A-Za-z0-9_-]+")
WEB_SCHEMES, APP_SCHEMES = ("http", "https", "tonsite"), ("tg", "ton")


def mentioned_user(target: str) -> int:
    """The user of a tg://user?id= link, or 0."""
    match = USER.fullmatch(target)
    return int(match[1]) if match else 0


def checked_link(target: str) -> str:
    """The address as Telegram would write it, or nothing when it is none."""
    app = APP_PREFIX.match(target)
    if app is not None:
        target = f"{app[1]}://{target[app.end() :]}"
    match = SCHEME.match(target)
    scheme, rest = (match[1].lower(), match[2]) if match else ("http", target)
    parts = AUTHORITY.fullmatch(rest)
    if parts is None or not parts[2]:
        return ""
    path = _path(parts[4] or "")
    if scheme in APP_SCHEMES:
        return _app_link(scheme, parts, path)
    if scheme not in WEB_SCHEMES or not _web(parts):
        return ""
    login = f"{parts[1]}@" if parts[1] else ""
    port = f":{parts[3]}" if parts[3] else ""
    return f"{scheme}://{login}{_lower(parts[2])}{port}{path}"


def _app_link(scheme: str, parts: re.Match[str], path: str) -> str:
    if parts[1] or parts[3] or APP_HOST.fullmatch(parts[2]) is None:
        return ""
    return f"{scheme}://{parts[2].lower()}{path[1:] if path.startswith('/?') else path}"


def _path(path: str) -> str:
    path = path.rstrip(" \t\r\n\v")
    path = path if path.startswith("/") else f"/{path}"
    return "".join(f"%{ord(c):02X}" if c <= " " else c for c in path)


def _web(parts: re.Match[str]) -> bool:
    login, host, port = parts[1] or "", parts[2], parts[3]
    named = HOST.fullmatch(host) is not None and ("." in host or host.startswith("[")) and host != "."
    return named and LOGIN.fullmatch(login) is not None and (port is None or 0 < int(port) < 65536)


def _lower(text: str) -> str:
    return "".join(c.lower() if c.isascii() else c for c in text)
