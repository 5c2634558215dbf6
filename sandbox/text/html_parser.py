"""The HTML that Telegram takes, parsed and refused as TDLib does; errors name byte offsets."""

import re
from dataclasses import dataclass, replace

from sandbox.text.entities import Entity, in_order, units
from sandbox.text.links import checked_link, mentioned_user

SPACES = " \t\r\n\0\v"
STYLE = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler", "span": "spoiler",
}  # fmt: skip
TAGS = frozenset(STYLE) | {"a", "pre", "code", "blockquote", "tg-emoji", "tg-time"}
HALF_PAIR = (
    "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units"
)
TIME_FORMAT = re.compile(r"[rR]?|[wdDtT]+")
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}


class NotHtml(Exception):
    """What is wrong with it, in TDLib's words."""


@dataclass(slots=True)
class Open:
    """A tag that waits for its end."""

    name: str
    argument: str
    format: str
    offset: int
    begin: int


class Parser:
    """One pass over one text."""

    def __init__(self, source: str) -> None:
        self.source = source + "\0"
        self.size = len(source)
        self.at = 0
        self.out: list[str] = []
        self.offset = 0
        self.open: list[Open] = []
        self.entities: list[Entity] = []

    def run(self) -> tuple[str, list[Entity]]:
        """The plain text and its entities."""
        while self.at < self.size:
            char = self.source[self.at]
            if char == "<":
                self._end_tag() if self.source[self.at + 1] == "/" else self._start_tag()
            elif char == "&":
                self._put(self._reference() or self._literal())
            else:
                self._plain()
        if self.open:
            raise NotHtml(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        text = "".join(self.out)
        if not text.isascii() and any("\ud800" <= c <= "\udfff" for c in text):
            raise NotHtml(HALF_PAIR)
        return text, in_order([replace(e, language="") if e.type == "code" else e for e in self.entities])

    def _plain(self) -> None:
        stops = [found for found in (self.source.find(c, self.at) for c in "<&") if found >= 0]
        stop = min(stops, default=self.size)
        self._put(self.source[self.at : stop])
        self.at = stop

    def _literal(self) -> str:
        self.at += 1
        return "&"

    def _put(self, text: str) -> None:
        self.out.append(text)
        self.offset += units(text)

    def _reference(self) -> str:
        """A character reference at this place, passed over; empty when it is none."""
        source, start = self.source, self.at
        end = start + 1
        if source[end] == "#":
            code, end = _number(source, end + 1)
            if not 0 < code < 0x10FFFF or end - start >= 10:
                return ""
            found = chr(code)
        else:
            while source[end].isascii() and source[end].isalpha():
                end += 1
            found = NAMED.get(source[start + 1 : end], "")
            if not found:
                return ""
        self.at = end + (source[end] == ";")
        return found

    def _byte(self, at: int) -> int:
        return len(self.source[:at].encode("utf-8", "surrogatepass"))

    def _skip_spaces(self) -> None:
        while self.at < self.size and self.source[self.at] in SPACES:
            self.at += 1

    def _start_tag(self) -> None:
        begin = self.at
        self.at += 1
        while self.source[self.at] not in SPACES and self.source[self.at] != ">":
            self.at += 1
        where = f"at byte offset {self._byte(begin)}"
        if self.at >= self.size:
            raise NotHtml(f"Unclosed start tag {where}")
        name = _lower(self.source[begin + 1 : self.at])
        if name not in TAGS:
            raise NotHtml(f'Unsupported start tag "{name}" {where}')
        tag = Open(name, "", "", self.offset, len(self.out))
        while self.source[self.at] != ">":
            self._skip_spaces()
            if self.source[self.at] == ">":
                break
            self._attribute(tag, where)
        if name == "span" and tag.argument != "spoiler":
            raise NotHtml(f'Tag "span" must have class "tg-spoiler" {where}')
        self.at += 1
        self.open.append(tag)

    def _attribute(self, tag: Open, where: str) -> None:
        begin = self.at
        while self.source[self.at] not in SPACES and self.source[self.at] not in "=>/'\"":
            self.at += 1
        name = self.source[begin : self.at]
        if not name:
            raise NotHtml(f'Empty attribute name in the tag "{tag.name}" {where}')
        self._skip_spaces()
        if self.source[self.at] != "=":
            if self.at >= self.size:
                raise NotHtml(f'Unclosed start tag "{tag.name}" {where}')
            _keep(tag, name, "")
            return
        self.at += 1
        self._skip_spaces()
        if self.at >= self.size:
            raise NotHtml(f'Unclosed start tag "{tag.name}" {where}')
        value = self._quoted() if self.source[self.at] in "'\"" else self._token()
        if self.at >= self.size:
            raise NotHtml(f"Unclosed start tag {where}")
        _keep(tag, name, value)

    def _token(self) -> str:
        begin = self.at
        while self.source[self.at].isascii() and (self.source[self.at].isalnum() or self.source[self.at] in ".-"):
            self.at += 1
        if self.source[self.at] not in SPACES and self.source[self.at] != ">":
            raise NotHtml(f"Unexpected end of name token at byte offset {self._byte(begin)}")
        return _lower(self.source[begin : self.at])

    def _quoted(self) -> str:
        mark = self.source[self.at]
        self.at += 1
        value: list[str] = []
        while self.source[self.at] != mark and self.at < self.size:
            found = self._reference() if self.source[self.at] == "&" else ""
            if not found:
                found = self.source[self.at]
                self.at += 1
            value.append(found)
        self.at += self.at < self.size
        return "".join(value)

    def _end_tag(self) -> None:
        begin = self.at
        where = f"at byte offset {self._byte(begin)}"
        if not self.open:
            raise NotHtml(f"Unexpected end tag {where}")
        while self.source[self.at] not in SPACES and self.source[self.at] != ">":
            self.at += 1
        name = _lower(self.source[begin + 2 : self.at])
        self._skip_spaces()
        if self.source[self.at] != ">":
            raise NotHtml(f"Unclosed end tag {where}")
        tag = self.open.pop()
        if name and name != tag.name:
            raise NotHtml(f'Unmatched end tag {where}, expected "</{tag.name}>", found "</{name}>"')
        self.at += 1
        if self.offset > tag.offset:
            self._close(tag)

    def _close(self, tag: Open) -> None:
        length = self.offset - tag.offset
        if tag.name in STYLE:
            self._add(STYLE[tag.name], tag, length)
        elif tag.name == "a":
            self._close_link(tag, length)
        elif tag.name in ("pre", "code"):
            self._close_code(tag, length)
        elif tag.name == "blockquote":
            self._add("expandable_blockquote" if tag.argument else "blockquote", tag, length)
        elif tag.name == "tg-emoji":
            self._close_emoji(tag, length)
        else:
            self._close_time(tag, length)

    def _add(self, kind: str, tag: Open, length: int) -> None:
        self.entities.append(Entity(kind, tag.offset, length))

    def _close_link(self, tag: Open, length: int) -> None:
        target = tag.argument or "".join(self.out[tag.begin :])
        user_id = mentioned_user(target)
        if user_id:
            self.entities.append(Entity("text_mention", tag.offset, length, user_id=user_id))
            return
        url = checked_link(target)
        if url:
            self.entities.append(Entity("text_link", tag.offset, length, url=url))

    def _close_code(self, tag: Open, length: int) -> None:
        last = self.entities[-1] if self.entities else None
        same = last is not None and (last.offset, last.length) == (tag.offset, length)
        if tag.name == "pre" and same and last is not None and last.type == "code" and last.language:
            self.entities[-1] = replace(last, type="pre_code")
        elif tag.name == "code" and same and last is not None and last.type == "pre" and tag.argument:
            self.entities[-1] = replace(last, type="pre_code", language=tag.argument)
        else:
            self.entities.append(Entity(tag.name, tag.offset, length, language=tag.argument))

    def _close_emoji(self, tag: Open, length: int) -> None:
        if not tag.argument.lstrip("-").isdigit() or int(tag.argument) == 0:
            raise NotHtml("Invalid custom emoji identifier specified")
        self.entities.append(Entity("custom_emoji", tag.offset, length, custom_emoji_id=tag.argument))

    def _close_time(self, tag: Open, length: int) -> None:
        if TIME_FORMAT.fullmatch(tag.format) is None:
            raise NotHtml("Invalid date format used")
        if tag.argument.isdigit() and 0 < int(tag.argument) < 2**31:
            when = int(tag.argument)
            self.entities.append(Entity("date_time", tag.offset, length, unix_time=when, date_time_format=tag.format))


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Plain text and entities of a text in Telegram's HTML; raises NotHtml."""
    if "<" not in source and "&" not in source:
        return source, []
    return Parser(source).run()


def _keep(tag: Open, name: str, value: str) -> None:
    if (tag.name, name) in (("a", "href"), ("tg-emoji", "emoji-id"), ("tg-time", "unix")):
        tag.argument = value
    elif (tag.name, name) == ("tg-time", "format"):
        tag.format = value
    elif (tag.name, name) == ("code", "class") and value.startswith("language-"):
        tag.argument = value[9:]
    elif (tag.name, name) == ("span", "class") and value.startswith("tg-"):
        tag.argument = value[3:]
    elif (tag.name, name) == ("blockquote", "expandable"):
        tag.argument = "1"


def _number(source: str, at: int) -> tuple[int, int]:
    digits = "0123456789"
    base = 10
    if source[at] == "x":
        digits, base, at = "0123456789abcdefABCDEF", 16, at + 1
    end = at
    while source[end] in digits:
        end += 1
    return (int(source[at:end], base) if end > at else 0), end


def _lower(text: str) -> str:
    return "".join(c.lower() if c.isascii() else c for c in text)
