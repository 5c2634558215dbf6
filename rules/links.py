"""Links to messages, for those who are in the group, and the links that let people into one."""

import re
from hashlib import sha256
from urllib.parse import urlsplit, urlunsplit

_SUPERGROUP = -1_000_000_000_000

_INVITATION = re.compile(
    r"(?:(?:https?://)?(?:t\.me|telegram\.me|telegram\.dog)/(?:\+|joinchat/)|tg://join\?invite=)([\w-]{6,64})", re.ASCII
)

# What apps add to an address that is shared: it tells who shared it, not what is shown.
_TRACKING = re.compile(
    r"(?:utm_\w+|xhsshare|xsec_\w+|share\w*|spm(?:_\w+)?|app\w+|from|source|wechat\w*|igsh(?:id)?|si"
    r"|vd_source|buvid|unique_k|timestamp|is_story_h5|plat_id|fbclid|gclid|scene|chksm)(?:=|$)",
    re.IGNORECASE,
)

# An address among other words: it ends where what can stand in one does, or with the sentence.
_AMONG = re.compile(
    r"(?:https?://|(?<![\w@./-]))(?P<site>(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24})(?::\d{1,5})?(?P<rest>[/?][!-~]*)",
    re.IGNORECASE | re.ASCII,
)
_SENTENCE_ENDS = ".,;:!?)]}>'\"*_"
# The same site under another name, and its pages under another path.
_SITES = {"twitter.com": "x.com", "iesdouyin.com": "douyin.com"}
_SUBDOMAIN = re.compile(r"(?:www|m|mobile)\.(?=[^.]+\.)")
# What they share is a path alone: whatever stands behind it tells who shared it.
_SHORT = frozenset({"b23.tv", "xhslink.com", "v.douyin.com", "t.cn", "x.com", "youtu.be", "vm.tiktok.com"})
_PAGES = (
    (re.compile(r"b23\.tv/(BV\w+)"), r"bilibili.com/video/\1"),
    (re.compile(r"x\.com/(?:i/web|\w+)/status/(\d+)(?:/.*)?"), r"x.com/i/status/\1"),
    (re.compile(r"youtu\.be/([\w-]+)"), r"youtube.com/watch?v=\1"),
    (re.compile(r"youtube\.com/(?:shorts|live|embed)/([\w-]+)(?:\?.*)?"), r"youtube.com/watch?v=\1"),
    (re.compile(r"youtube\.com/watch\?(?:.*&)?v=([\w-]+)(?:&.*)?"), r"youtube.com/watch?v=\1"),
    (re.compile(r"xiaohongshu\.com/discovery/item/(\w+)"), r"xiaohongshu.com/explore/\1"),
    (re.compile(r"douyin\.com/share/video/(\d+)"), r"douyin.com/video/\1"),
)
PAGES_MOST = 10
_PAGE_LONG = 300
_PARTS = re.compile(r"[\w-]+", re.ASCII)

_ADDRESS = re.compile(r"(?:https?://)?([^\s/@:]+\.[^\s/@:.]{2,}(?::\d{1,5})?(?:[/?#]\S*)?)", re.IGNORECASE)
_MESSAGE = re.compile(
    r"(?:https?://)?(?:t\.me|telegram\.me|telegram\.dog)/(?:c/(?P<number>\d{1,13})|(?P<name>\w{4,32}))"
    r"(?:/\d{1,10})?/(?P<message>\d{1,10})(?:\?\S*)?",
    re.ASCII,
)
_HELD = re.compile(
    r"https?://[^\s/]+\.[^\s/]|(?<![\w@./-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/\S", re.IGNORECASE | re.ASCII
)


def address_in(words: str) -> str | None:
    """The web address that `words` are, if they are nothing else; one without a beginning gets https."""
    found = _ADDRESS.fullmatch(words.strip())
    if found is None:
        return None
    begins = words.strip()[:8].casefold().startswith(("http://", "https://"))
    return words.strip() if begins else f"https://{found[1]}"


def holds_address(words: str) -> bool:
    """Whether a web address stands somewhere in `words`."""
    return _HELD.search(words) is not None


def page_of(address: str) -> str:
    """The page that an address leads to, however it was shared: no anchor, no tracking, no slash at its end."""
    parts = urlsplit(address)
    query = "&".join(_untracked(parts.query))
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path.rstrip("/"), query, ""))


def _untracked(query: str) -> list[str]:
    """What of a query tells what is shown, and not who shared it."""
    return [pair for pair in query.split("&") if pair and not _TRACKING.match(pair)]


def pages_in(words: str) -> tuple[str, ...]:
    """The pages to which addresses in `words` lead, each said in one way alone so that they can be compared; at most 10.

    The front page of a site is none, for it is nobody's work.
    """
    found = (_compared(match["site"], match["rest"]) for match in _AMONG.finditer(words))
    return tuple(dict.fromkeys(page for page in found if page))[:PAGES_MOST]


def _compared(site: str, rest: str) -> str:
    """Without a beginning, in the site's own name; one that is very long by its digest. Empty for a front page."""
    host = _SUBDOMAIN.sub("", site.lower(), count=1)
    host = _SITES.get(host, host)
    path, _, query = rest.rstrip(_SENTENCE_ENDS).partition("#")[0].partition("?")
    kept = [] if host in _SHORT else _untracked(query)
    if not path.strip("/") and not kept:
        return ""
    page = f"{host}{path.rstrip('/')}" + (f"?{'&'.join(sorted(kept))}" if kept else "")
    for shape, said in _PAGES:
        page = shape.sub(said, page) if shape.fullmatch(page) else page
    return page if len(page) <= _PAGE_LONG else sha256(page.encode()).hexdigest()


def same_page(one: str, other: str) -> bool:
    """Whether two addresses lead to one page, however each was shared."""
    return one == other or (bool(pages := pages_in(one)) and pages == pages_in(other))


def trait_of(address: str) -> str:
    """What every address of that page holds, by which those that may lead there are sought; "" where nothing is sure."""
    page = next(iter(pages_in(address)), "").partition("/")[2]
    parts: list[str] = _PARTS.findall(page)
    return parts[-1] if parts else ""


def invitation_in(words: str) -> str | None:
    """The link that lets people into a group, where `words` are one, however it is written."""
    found = _INVITATION.fullmatch(words.strip())
    return f"https://t.me/+{found[1]}" if found else None


def message_link(chat_id: int, message: int) -> str | None:
    """The address of a message in a supergroup or channel; a basic group's messages, and those of before a move, have none."""
    if chat_id >= _SUPERGROUP or message <= 0:
        return None
    return f"https://t.me/c/{_SUPERGROUP - chat_id}/{message}"


def public_link(username: str | None, message: int) -> str | None:
    """The address of a message that everybody may read, in the group or channel of that public name; None without one."""
    return f"https://t.me/{username}/{message}" if username and message > 0 else None


def message_of(address: str) -> tuple[int | str, int] | None:
    """The chat, by its number or its public name, and the message to which an address of Telegram's leads."""
    found = _MESSAGE.fullmatch(address.strip())
    if found is None:
        return None
    chat = _SUPERGROUP - int(found["number"]) if found["number"] else found["name"]
    return chat, int(found["message"])
