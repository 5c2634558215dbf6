"""What is sold out, and what nearly is."""

from rules.values import replace
from sandbox.world.messages import Message
from sandbox.world.people import Person
from tests.handlers.works.desk import labels
from tests.shopping import KEYRING, pay, put_up, tell
from tests.stage import Stage

HOUR_S = 3600


def told(stage: Stage, person: Person, text: str) -> None:
    """Something is said to the bot in private, and answered."""
    tell(stage, person, text)
    stage.play()


def looked_at(stage: Stage, person: Person, label: str = "限量钥匙扣 · 80 分") -> Message:
    """The reward, as the person sees it in the shop."""
    told(stage, person, "商城")
    page = stage.last(person)
    stage.press(person, page, label)
    return page


def redeemed(stage: Stage, person: Person) -> Message:
    """One piece of it, by the person."""
    pay(stage, person, 100)
    page = looked_at(stage, person)
    stage.press(person, page, "兑换 · 80 分")
    stage.press(person, page, "确认兑换")
    return page


def wants(stage: Stage, person: Person) -> Message:
    """They press the button under what is sold out."""
    page = looked_at(stage, person)
    assert "记下了" in stage.press(person, page, "有货告诉我")
    return page


def restocked(stage: Stage, pieces: int) -> None:
    """The owner writes another number into the form."""
    told(stage, stage.owner, "/editreward 1")
    told(stage, stage.owner, f"库存：{pieces}")
    stage.press(stage.owner, stage.last(stage.owner), "保存修改")


def back(stage: Stage, person: Person) -> list[str]:
    """What the person was told about it."""
    return [text for text in stage.said(person) if "又有货了" in text]


def warned(stage: Stage) -> list[str]:
    """What staff were told about it."""
    return [text for text in stage.said(stage.staff) if "该补货了" in text]


def test_who_waits_is_told_once_and_without_a_sound(stage: Stage) -> None:
    put_up(stage, stock=1)
    redeemed(stage, stage.he)
    page = wants(stage, stage.lin)
    assert "有货私聊告诉你" in page.text
    assert "不用等了" in labels(page)
    stage.advance(20 * 60)
    assert back(stage, stage.lin) == []
    restocked(stage, 5)
    stage.advance(20 * 60)
    assert len(back(stage, stage.lin)) == 1
    stage.advance(HOUR_S)
    assert len(back(stage, stage.lin)) == 1
    stage.press(stage.lin, stage.last(stage.lin), "去看看")
    assert "限量钥匙扣" in stage.last(stage.lin).text


def test_as_many_are_told_as_there_are_pieces_and_the_next_after_a_day(stage: Stage) -> None:
    put_up(stage, stock=1)
    redeemed(stage, stage.he)
    wants(stage, stage.zhou)
    stage.advance(60)
    wants(stage, stage.lin)
    restocked(stage, 1)
    stage.advance(20 * 60)
    assert (len(back(stage, stage.zhou)), len(back(stage, stage.lin))) == (1, 0)
    stage.advance(5 * HOUR_S)
    assert back(stage, stage.lin) == []
    stage.advance(20 * HOUR_S)
    assert len(back(stage, stage.lin)) == 1
    assert len(back(stage, stage.zhou)) == 1


def test_a_piece_that_comes_back_from_an_order_is_told_of_too(stage: Stage) -> None:
    put_up(stage, stock=1)
    page = redeemed(stage, stage.he)
    wants(stage, stage.lin)
    stage.press(stage.he, page, "取消兑换")
    stage.press(stage.he, page, "确认取消")
    stage.advance(20 * 60)
    assert len(back(stage, stage.lin)) == 1


def test_nobody_is_told_at_night(stage: Stage) -> None:
    put_up(stage, stock=1)
    redeemed(stage, stage.he)
    wants(stage, stage.lin)
    stage.advance(13 * HOUR_S)
    restocked(stage, 5)
    stage.advance(2 * HOUR_S)
    assert back(stage, stage.lin) == []
    stage.advance(10 * HOUR_S)
    assert len(back(stage, stage.lin)) == 1


def test_one_may_stop_waiting(stage: Stage) -> None:
    put_up(stage, stock=1)
    redeemed(stage, stage.he)
    page = wants(stage, stage.lin)
    stage.press(stage.lin, page, "不用等了")
    assert "有货告诉我" in labels(page)
    restocked(stage, 5)
    stage.advance(20 * 60)
    assert back(stage, stage.lin) == []


def test_who_has_it_by_then_waits_no_longer(stage: Stage) -> None:
    put_up(stage, replace(KEYRING, per_member=0), stock=1)
    redeemed(stage, stage.he)
    wants(stage, stage.lin)
    restocked(stage, 5)
    redeemed(stage, stage.lin)
    stage.advance(20 * 60)
    assert back(stage, stage.lin) == []


def test_the_last_piece_goes_while_one_thinks_and_one_can_wait(stage: Stage) -> None:
    put_up(stage, stock=1)
    pay(stage, stage.lin, 100)
    page = looked_at(stage, stage.lin)
    stage.press(stage.lin, page, "兑换 · 80 分")
    redeemed(stage, stage.he)
    assert "刚刚兑完了" in stage.press(stage.lin, page, "确认兑换")
    stage.press(stage.lin, page, "再想想")
    stage.press(stage.lin, page, "有货告诉我")
    restocked(stage, 1)
    stage.advance(20 * 60)
    assert len(back(stage, stage.lin)) == 1


def test_staff_hear_once_that_few_are_left_and_again_after_restocking(stage: Stage) -> None:
    put_up(stage, stock=5)
    stage.advance(20 * 60)
    assert warned(stage) == []
    for person in (stage.he, stage.lin):
        redeemed(stage, person)
    stage.advance(20 * 60)
    [first] = warned(stage)
    assert "只剩 3 份" in first
    redeemed(stage, stage.zhou)
    stage.advance(HOUR_S)
    assert len(warned(stage)) == 1
    restocked(stage, 9)
    stage.advance(20 * 60)
    assert len(warned(stage)) == 1
    restocked(stage, 2)
    stage.advance(20 * 60)
    assert "只剩 2 份" in warned(stage)[1]


def test_a_reward_has_its_own_number_or_none(stage: Stage) -> None:
    put_up(stage, replace(KEYRING, low_stock=0), stock=4)
    put_up(stage, replace(KEYRING, title="洗车券", low_stock=10), stock=11)
    redeemed(stage, stage.he)
    pay(stage, stage.lin, 100)
    page = looked_at(stage, stage.lin, "洗车券 · 80 分")
    stage.press(stage.lin, page, "兑换 · 80 分")
    stage.press(stage.lin, page, "确认兑换")
    stage.advance(20 * 60)
    [warning] = warned(stage)
    assert "洗车券" in warning
    assert "钥匙扣" not in warning
    told(stage, stage.owner, "/editreward 2")
    told(stage, stage.owner, "补货提醒：0")
    assert "不提醒补货" in stage.last(stage.owner).text


def test_staff_see_how_many_wait(stage: Stage) -> None:
    put_up(stage, stock=1)
    redeemed(stage, stage.he)
    wants(stage, stage.lin)
    wants(stage, stage.zhou)
    stage.mo.say(stage.staff, "/rewards")
    stage.play()
    assert "2 人在等" in stage.last(stage.staff).text
