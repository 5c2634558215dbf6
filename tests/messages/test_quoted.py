"""What a message tells people to press, to type or to send is there: the label of a button, a word, a command."""

import html
import re
from functools import cache

import pytest

from handlers import routes
from handlers.routes import Command
from messages.phrasebook import phrasebook
from messages.vocabulary import opening, privately, spoken, tagged
from rules.programme.wording import LOCALES
from rules.reading.typed import bare
from tests.messages.test_golden import written

TAG = re.compile(r"<[^<>]*>")
VARIES = re.compile(r"\{[{%].*?[%}]\}")
EDGES = re.compile(r"^[\W_]+|[\W_]+$")
# What Telegram's own apps call the buttons that people are sent to.
TELEGRAMS = {
    "zh": {"开始", "菜单", "回复", "邀请链接", "设置", "分享"},
    "en": {"Start", "Menu", "Reply", "invite link", "Settings"},
}
PRESSED = {
    "zh": re.compile(r"[点按](?:一?下|了|过|选|名字|群里道谢那条下面的|上面的|卡片上的)?(“[^“”]+”)"),
    "en": re.compile(r"\b(?:[Pp]ress|[Tt]ap|[Pp]ressed)(?: on)? (“[^“”]+”)"),
}
TYPED = {
    "zh": re.compile(r"(?:发|说|说一句|回一句|回复一句|回复那条发|那条消息说|回复那条说)(“[^“”]+”)"),
    "en": re.compile(r"\b(?:[Rr]eply|[Ss]end|[Ss]ay) (“[^“”]+”)"),
}
COMMAND = re.compile(r"(?<![\w/.:@-])/([a-z]{3,})\b")
# The one command of BotFather's that the doctor names.
# Of BotFather; and what nobody has, and reads so.
NOT_OURS = {"setprivacy", "shpo", "strat", "foo"}


def shown(text: str) -> str:
    """As it is read, without the signs that keep names apart."""
    return re.sub("[\u2068\u2069]", "", html.unescape(TAG.sub("", text)))


@cache
def lines(locale: str) -> tuple[tuple[str, str], ...]:
    """Each line of every message with the heading of its sample."""
    found, heading = [], ""
    for text in written(locale).values():
        for line in text.splitlines():
            if line.startswith("== "):
                heading = line[3:]
            elif line:
                found.append((heading, shown(line)))
    return tuple(found)


@cache
def labels(locale: str) -> frozenset[str]:
    """What stands on buttons; where a part of it varies, the whole without it, and what is left on either side."""
    told = phrasebook().labels[locale].values()
    parts = [part for label in told for part in (*VARIES.split(label), " ".join(VARIES.sub("", label).split()))]
    return frozenset(filter(None, (EDGES.sub("", part) for part in parts)))


@cache
def words() -> frozenset[str]:
    """All that may be typed for a command."""
    lists = (said for table in (spoken(), privately(), tagged(), opening()) for said in table.values())
    return frozenset(bare(word.casefold()) for said in lists for word in said)


@pytest.mark.parametrize("locale", LOCALES)
def test_what_is_to_be_pressed_is_the_label_of_a_button(locale: str) -> None:
    known = labels(locale) | TELEGRAMS[locale]
    found = {
        (heading, quoted)
        for heading, line in lines(locale)
        for quoted in PRESSED[locale].findall(line)
        if EDGES.sub("", quoted) not in known
    }
    assert not found


@pytest.mark.parametrize("locale", LOCALES)
def test_what_is_to_be_said_is_understood(locale: str) -> None:
    found = {
        (heading, quoted)
        for heading, line in lines(locale)
        for quoted in TYPED[locale].findall(line)
        if bare(quoted[1:-1].casefold()) not in words() and not quoted.startswith(("“/", "“#"))
    }
    assert not found


@pytest.mark.parametrize("locale", LOCALES)
def test_a_command_that_is_named_is_there(locale: str) -> None:
    known = {route.name for route in routes() if isinstance(route, Command)} | NOT_OURS
    found = {(heading, name) for heading, line in lines(locale) for name in COMMAND.findall(line) if name not in known}
    assert not found


def test_buttons_and_words_are_recognized_in_what_is_said() -> None:
    assert PRESSED["zh"].findall("点了“开通”，再点“一位一位看”") == ["“开通”", "“一位一位看”"]
    assert PRESSED["en"].findall("Press “Take in”; tap “Material”") == ["“Take in”", "“Material”"]
    assert TYPED["zh"].findall("发“补签”就能接上，回一句“谢谢”") == ["“补签”", "“谢谢”"]
    assert COMMAND.findall("看 /guide，https://t.me/xingtu，/tag 关") == ["guide", "tag"]
