"""Web and e-mail addresses in running text, found where Telegram finds them: around each dot."""

import re
import unicodedata
from collections.abc import Callable, Iterator

Found = tuple[int, int, str]
ENDS = ".:;,('?!`"
BRACKETS = {"(": ")", "[": "]", "{": "}"}
COUNTRIES = (
    "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bv bw by bz ca cc cd "
    "cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gb gd ge "
    "gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki "
    "km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my "
    "mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se "
    "sg sh si sj sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz "
    "va vc ve vg vi vn vu wf ws ye yt za zm zw"
)
GENERIC = (
    "abc academy agency app art asia auto band bar bike bio biz blog buzz cab cafe camera camp car cars cat center chat city "
    "click cloud club codes coffee com community company cool date design dev digital dog edu email energy events expert "
    "fan fans fashion film fit fun fund game games gift gold gov green group guide guru help host house icu info ink int "
    "jobs kim land life link live love ltd market media mil mobi moe money mov name net network news one online org page "
    "photo photos pics plus press pro pub red ren rest run sale school shop show site social space store studio style "
    "support team tech tel tips today tools top tours town toys trade travel video vip wang watch website wiki win work "
    "works world wtf xin xyz zone zip 中国 中國 公司 网络 网址 商城 商店 香港 台湾 我爱你 在线 集团 世界"
)
TOP_LEVEL = frozenset((COUNTRIES + " " + GENERIC).split())
PROTOCOL = re.compile(r"(https?|ftp)://", re.IGNORECASE)
NAME_PART = re.compile(r"(?:[A-Za-z0-9_-]{0,26}[.+]){0,10}[A-Za-z0-9_-]{1,35}")
HOST_PART = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9_-]{0,28}[A-Za-z0-9])?\.){1,6}[A-Za-z]{2,8}")
APP_URL = re.compile(r"(?:tg|ton)://[A-Za-z0-9_-]{1,253}", re.IGNORECASE)


def addresses(text: str) -> Iterator[Found]:
    """Every url and e-mail address: start, stop, kind."""
    yield from _app_urls(text)
    if "." not in text:
        return
    for start, stop in _around_dots(text):
        words = text[start:stop]
        prefix = 7 if words.startswith("mailto:") else 0
        if is_email(words[prefix:]):
            yield start + prefix, stop, "email"
        else:
            length = _url_length(words)
            if length:
                yield start, start + length, "url"


def is_email(words: str) -> bool:
    """Whether this is an e-mail address and nothing else."""
    name, at, host = words.partition("@")
    return bool(at) and NAME_PART.fullmatch(name) is not None and HOST_PART.fullmatch(host) is not None


def _app_urls(text: str) -> Iterator[Found]:
    at = 0
    while (match := APP_URL.search(text, at)) is not None:
        at = _path_end(text, match.end())
        yield match.start(), at, "url"


def _around_dots(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    while True:
        dot = text.find(".", begin)
        if dot < 0 or dot + 1 == len(text):
            return
        if text[dot + 1] == " ":
            begin = dot + 2
            continue
        start, stop, good = _around(text, begin, dot)
        if good:
            if stop > dot + 1:
                yield start, stop
            while stop < len(text) and text[stop] == ".":
                stop += 1
        else:
            while text[stop - 1] != ".":
                stop -= 1
        begin = max(stop, dot + 1)


def _around(text: str, begin: int, dot: int) -> tuple[int, int, bool]:
    """The widest address about a dot, and whether what stands before it lets it be one."""
    start = _back(text, begin, dot, _in_domain)
    stop, has_at = dot, False
    while stop < len(text) and (text[stop] == "@" or _in_domain(text[stop])):
        has_at = has_at or text[stop] == "@"
        stop += 1
    if has_at:
        start = _back(text, begin, start, _in_login)
    stop = _path_end(text, _port_end(text, stop))
    while stop > dot + 1 and text[stop - 1] == ".":
        stop -= 1
    good = True
    if start > begin and text[start - 1] == "@":
        login = _back(text, begin, start - 1, _in_login)
        good = not has_at and login < start - 1
        start = login
    return *_with_protocol(text, begin, start, stop), good and _free_before(text, begin, start)


def _with_protocol(text: str, begin: int, start: int, stop: int) -> tuple[int, int]:
    for protocol in ("https://", "http://", "ftp://"):
        if text[max(begin, start - len(protocol)) : start].lower() == protocol:
            return start - len(protocol), stop
    return start, stop


def _free_before(text: str, begin: int, start: int) -> bool:
    if start == begin:
        return True
    if start - begin >= 6 and text[start - 3 : start] == "://":
        name = text[_back(text, begin, start - 3, _in_protocol) : start - 3].lower()
        known = name.endswith(("http", "https", "ftp"))
        return known and name not in ("shttp", "tftp", "sftp")
    before = text[start - 1]
    return not (is_word(before) or before in "/#@")


def _back(text: str, begin: int, at: int, wanted: Callable[[str], bool]) -> int:
    while at > begin and wanted(text[at - 1]):
        at -= 1
    return at


def _port_end(text: str, at: int) -> int:
    match = re.compile(r":0*([1-9]\d{0,4})(?!\d)").match(text, at)
    return match.end() if match is not None and int(match[1]) <= 65535 else at


def _path_end(text: str, at: int) -> int:
    if at >= len(text) or text[at] not in "/?#":
        return at
    stop = at + 1
    while stop < len(text) and _in_path(text[stop]):
        stop += 1
    while stop > at + 1 and text[stop - 1] in ENDS:
        stop -= 1
    return stop if text[at] == "/" or stop > at + 1 else at


def _url_length(words: str) -> int:
    """How much of this is a url; 0 for none."""
    match = PROTOCOL.match(words)
    rest = match.end() if match is not None else 0
    cut = min((p for p in (words.find(c, rest) for c in "/?#") if p >= 0), default=len(words))
    domain, path = words[rest:cut].partition("@")[2] or words[rest:cut], words[cut:]
    domain = domain.rpartition(":")[0] or domain
    return cut + _balanced(path) if _is_domain(domain, match is not None) else 0


def _balanced(path: str) -> int:
    waiting = dict.fromkeys(BRACKETS.values(), 0)
    end = len(path)
    for position, char in enumerate(path):
        if char in BRACKETS:
            waiting[BRACKETS[char]] += 1
        elif char in waiting:
            waiting[char] -= 1
            if waiting[char] < 0:
                end = position
                break
    return len(path[:end].rstrip(ENDS))


def _is_domain(domain: str, has_protocol: bool) -> bool:
    parts = domain.split(".")
    if len(parts) < 2 or any(not part or len(part.encode()) > 63 or part.endswith("-") for part in parts):
        return False
    if all(part.isascii() and part.isdigit() for part in parts):
        return len(parts) == 4 and all(int(part) < 256 and str(int(part)) == part for part in parts)
    top = parts[-1]
    if len(top) < 2 or "_" in parts[-2]:
        return False
    if top.startswith("xn--"):
        return len(top) > 5 and top[4:].isalnum()
    return "_" not in top and "-" not in top and (has_protocol or top.lower() in TOP_LEVEL)


def is_word(char: str) -> bool:
    """A letter, digit or underscore of any script."""
    return char == "_" or unicodedata.category(char)[0] == "L" or unicodedata.category(char) in ("Nd", "Nl", "No")


def _in_unicode_url(char: str) -> bool:
    if "\u2000" <= char <= "\u206f":
        return char in "\u200c\u200d" or "\u2010" <= char <= "\u2015"
    return unicodedata.category(char)[0] != "Z" and char not in "\t\n\r\v\f"


def _in_path(char: str) -> bool:
    return char not in '\n<>"«»' and _in_unicode_url(char)


def _in_login(char: str) -> bool:
    return char not in "\n/[]{}()'`<>\"@«»" and _in_unicode_url(char)


def _in_domain(char: str) -> bool:
    if char < "\u00c0":
        return char in ".~_-" or (char.isascii() and char.isalnum())
    return _in_unicode_url(char)


def _in_protocol(char: str) -> bool:
    if char.isascii():
        return char.isalnum() or char in "+-"
    return unicodedata.category(char)[0] != "Z"
