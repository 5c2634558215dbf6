"""Which addresses Telegram takes as links, and how it writes them."""

import re
from urllib.parse import parse_qs, urlsplit

USER = re.compile(r"tg:(?://)?user\?(.*)", re.IGNORECASE)
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://(.*)", re.DOTALL)
HOST = re.compile(r"(?:[^\s:/?#@]*@)?([^\s:/?#@]+)(?::(\d{1,5}))?(.*)", re.DOTALL)
SCHEMES = ("http", "https", "ftp", "tg", "ton", "tonsite")


def mentioned_user(target: str) -> int:
    """The user of a tg://user?id= link, or 0."""
    match = USER.fullmatch(target)
    if match is None:
        return 0
    number = parse_qs(match[1]).get("id", [""])[0]
    return int(number) if number.isdigit() else 0


def checked_link(target: str) -> str:
    """The address as Telegram would write it, or nothing when it is none."""
    target = target.strip()
    match = SCHEME.fullmatch(target)
    scheme, rest = (match[1].lower(), match[2]) if match else ("http", target)
    if scheme not in SCHEMES:
        return ""
    if scheme in ("tg", "ton"):
        return f"{scheme}://{rest}" if rest else ""
    host = HOST.fullmatch(rest)
    if host is None or not _host_ok(host[1]):
        return ""
    split = urlsplit(f"{scheme}://{rest}")
    path = host[3]
    if not path.startswith("/"):
        path = "/" + path
    port = f":{host[2]}" if host[2] else ""
    login = f"{split.username}@" if split.username else ""
    return f"{scheme}://{login}{host[1].lower()}{port}{path}"


def _host_ok(host: str) -> bool:
    return host.lower() == "localhost" or ("." in host.strip(".") and not host.startswith("."))
