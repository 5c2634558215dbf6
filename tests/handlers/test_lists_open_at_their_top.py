"""A list opens at its top, is turned from there, and opens at its top again."""

import sys
from collections.abc import Callable

import pytest

from rules import pages
from rules.pages import Page
from sandbox.world.messages import Message
from sandbox.world.people import Person
from tests.handlers.daily.asking import solved
from tests.handlers.daily.test_topic import opened, replies
from tests.handlers.shop.test_code import WASH
from tests.shopping import put_up, tell
from tests.stage import Stage

EARLIER, LATER = "‹ 上一页", "下一页 ›"
QUESTIONS = ("蓝牙钥匙的电池多久换一次？", "出差时怎么把蓝牙钥匙借给家人？", "换了新手机，蓝牙钥匙要去店里重新绑吗？")


def asked(stage: Stage) -> None:
    for text in QUESTIONS:
        stage.lin.say(stage.group, f"#提问 {text}")
    stage.play()


def answered(stage: Stage) -> None:
    for helper, text in zip((stage.zhou, stage.he, stage.mo), QUESTIONS, strict=True):
        solved(stage, stage.lin, helper, text)


def warned(stage: Stage) -> None:
    for _ in range(3):
        tell(stage, stage.mo, "/warn @lin 第2条 说话太冲")
        stage.play()
        stage.press(stage.mo, stage.last(stage.mo), "警告")


def contributed(stage: Stage) -> None:
    topic = opened(stage)
    for text in ("座椅放倒就是一张床", "后备箱可以当书桌用", "车顶能架望远镜看星星"):
        replies(stage, topic, text)


def featured(stage: Stage) -> None:
    for text in ("座椅放倒就是一张床", "后备箱可以当书桌用", "车顶能架望远镜看星星"):
        word = stage.lin.say(stage.group, text)
        stage.mo.say(stage.group, "/feature 第一次有人想到", reply_to=word)
        stage.play()


def coded(stage: Stage) -> None:
    put_up(stage, WASH, given=("XT-1", "XT-2", "XT-3"))


def codes(stage: Stage, person: Person) -> Message:
    tell(stage, person, "/codes 1")
    stage.play()
    stage.press(person, stage.last(person), "还没用的兑换码")
    return stage.last(person)


def by_command(words: str) -> Callable[[Stage, Person], Message]:
    def opens(stage: Stage, person: Person) -> Message:
        tell(stage, person, words)
        stage.play()
        return stage.last(person)

    return opens


def by_link(payload: str) -> Callable[[Stage, Person], Message]:
    def opens(stage: Stage, person: Person) -> Message:
        person.start(payload)
        stage.play()
        return stage.last(person)

    return opens


LISTS: dict[str, tuple[Callable[[Stage], None], Callable[[Stage, Person], Message], str]] = {
    "questions": (asked, by_command("/questions"), "zhou"),
    "find": (answered, by_command("/find 蓝牙钥匙"), "zhou"),
    "topic": (contributed, by_link("topic-1"), "zhou"),
    "discoveries": (featured, by_command("/discoveries"), "zhou"),
    "codes": (coded, codes, "owner"),
    "members": (lambda stage: None, by_command("/members"), "mo"),
    "jobs": (lambda stage: None, by_command("/jobs"), "mo"),
    "record": (warned, by_command("/record"), "lin"),
}


@pytest.fixture
def one_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every list is as long as it can be: one line on a page."""

    def page_of(number: int, total: int, size: int) -> Page:
        return pages_of(number, total, 1)

    pages_of = pages.page_of
    for module in list(sys.modules.values()):
        if getattr(module, "page_of", None) is pages_of and module is not pages:
            monkeypatch.setattr(module, "page_of", page_of)


def labels(message: Message) -> list[str]:
    return [button.text for row in message.buttons for button in row]


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.usefixtures("one_a_page")
def test_a_list_opens_at_its_top(stage: Stage, name: str) -> None:
    fill, opens, reader = LISTS[name]
    person: Person = getattr(stage, reader)
    fill(stage)
    shown = opens(stage, person)
    top = shown.text
    assert LATER in labels(shown) and EARLIER not in labels(shown)
    stage.press(person, shown, LATER)
    assert EARLIER in labels(shown) and shown.text != top
    again = opens(stage, person)
    assert again.text == top and EARLIER not in labels(again)
    stage.press(person, again, LATER)
    stage.press(person, again, EARLIER)
    assert again.text == top
