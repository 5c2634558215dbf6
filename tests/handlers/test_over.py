"""Questions about what others have decided meanwhile: nobody is asked in vain, and whoever answers reads why it is too late."""

from collections.abc import Callable

import pytest

from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage.shop import addresses
from tests.databases import rows
from tests.handlers.offers.resourcing import applied, offered
from tests.shopping import redeemed, tell
from tests.stage import Stage

ADDRESS = "林晓 13800001111 上海市徐汇区星途路 1 号"
WHY = "这一批被提前领完了，下周补货"


def asked(stage: Stage) -> list[str]:
    return [row[0] for row in rows(stage.connection, "SELECT prompt FROM dialogue ORDER BY id")]


def say(stage: Stage, person: Person, words: str) -> str:
    tell(stage, person, words)
    stage.play()
    return stage.last(person).text


def sent(stage: Stage, card: Message) -> None:
    stage.press(stage.mo, card, "我来处理")
    stage.press(stage.mo, card, "已发出")


def returned(stage: Stage, card: Message) -> None:
    stage.press(stage.mo, card, "退回")
    stage.press(stage.mo, stage.last(stage.mo), "暂时缺货")


@pytest.mark.parametrize(("moved", "state"), [(sent, "已发出"), (returned, "已退回")])
@pytest.mark.parametrize("words", [ADDRESS, "好的", "👌"])
def test_no_address_is_taken_of_an_order_that_has_gone_or_come_back(
    stage: Stage, moved: Callable[[Stage, Message], None], state: str, words: str
) -> None:
    redeemed(stage)
    moved(stage, stage.last(stage.staff))
    said = say(stage, stage.lin, words)
    assert "“收货地址”（#1）不用写了" in said and state in said
    assert asked(stage) == [] and stage.do(lambda tx: addresses.get(tx, 1)) is None
    assert "先不弄了" not in str(stage.last(stage.lin).buttons)


@pytest.mark.parametrize("moved", [sent, returned])
def test_nobody_is_reminded_of_what_counts_no_more(stage: Stage, moved: Callable[[Stage, Message], None]) -> None:
    redeemed(stage)
    moved(stage, stage.last(stage.staff))
    say(stage, stage.lin, "/contact")
    said = say(stage, stage.lin, "算了")
    assert "还没弄完" not in said and "“收货地址”（#1）不用写了" in said
    assert asked(stage) == []


def test_what_still_counts_is_reminded_of(stage: Stage) -> None:
    redeemed(stage)
    say(stage, stage.lin, "/contact")
    assert "“收货地址”（#1）还没弄完" in say(stage, stage.lin, "算了")
    assert asked(stage) == ["order.address"] and stage.do(lambda tx: addresses.get(tx, 1)) is None


def an_order(stage: Stage) -> tuple[Message, str, str]:
    redeemed(stage)
    return stage.last(stage.staff), "退回", "暂时缺货"


def a_resource(stage: Stage) -> tuple[Message, str, str]:
    offered(stage)
    return applied(stage, stage.lin), "这次不行", ""


@pytest.mark.parametrize("place", [an_order, a_resource])
@pytest.mark.parametrize("shown", [False, True], ids=["asked", "shown"])
def test_whoever_was_about_to_say_why_reads_that_somebody_else_did(
    stage: Stage, place: Callable[[Stage], tuple[Message, str, str]], *, shown: bool
) -> None:
    card, label, usual = place(stage)
    stage.press(stage.mo, card, label)
    before = say(stage, stage.mo, WHY) if shown else ""
    preview = stage.last(stage.mo)
    stage.press(stage.owner, card, label)
    if usual:
        stage.press(stage.owner, stage.last(stage.owner), usual)
    else:
        say(stage, stage.owner, "排满了，下个月再来")
        stage.sends(stage.owner)
    told, mine = stage.last(stage.lin), stage.member(stage.mo).id
    if shown:
        assert "就这么发" in before
        stage.press(stage.mo, preview, "就这么发")
    else:
        assert "不用写了" in say(stage, stage.mo, WHY)
    assert stage.last(stage.lin) is told
    assert not rows(stage.connection, f"SELECT 1 FROM dialogue WHERE member = {mine}")
