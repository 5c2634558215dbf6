"""Who blocked the bot, or never started it: staff by whose act they are told something hear that it does not arrive."""

from tests.handlers.works.desk import handed_in, published, reviewed
from tests.shopping import redeemed
from tests.stage import Stage

AWAY = "收不到"


def asked(stage: Stage) -> None:
    stage.lin.say(stage.world.private(stage.lin), "/contact 我的钥匙扣还没到")
    stage.play()


def blocked(stage: Stage) -> None:
    stage.lin.block_bot()
    stage.play()


def answered(stage: Stage, words: str) -> list[str]:
    """What the moderator alone reads in the staff group after an answer to the member's words."""
    card = next(one for one in reversed(stage.messages(stage.staff)) if "想和版主说" in one.text)
    stage.mo.say(stage.staff, words, reply_to=card)
    stage.play()
    return [one.text for (reader, _), one in stage.staff.ephemeral.items() if reader == stage.mo.id]


def test_an_answer_to_one_who_blocked_the_bot_is_said_to_wait_and_comes_with_the_start(stage: Stage) -> None:
    asked(stage)
    assert answered(stage, "明天就寄") == []
    blocked(stage)
    [said] = answered(stage, "寄出了，单号 SF123")
    assert "林晓" in said and AWAY in said
    stage.lin.unblock_bot()
    stage.lin.start()
    stage.play()
    assert any("SF123" in said for said in stage.said(stage.lin))


def test_an_order_that_is_sent_to_one_who_blocked_the_bot_says_that_nothing_arrived(stage: Stage) -> None:
    redeemed(stage)
    card = stage.last(stage.staff)
    stage.press(stage.mo, card, "我来处理")
    blocked(stage)
    toast = stage.press(stage.mo, card, "已发出")
    whispered = [one.text for (reader, _), one in stage.staff.ephemeral.items() if reader == stage.mo.id]
    assert AWAY in toast or any(AWAY in said for said in whispered)


def test_what_is_called_out_in_the_group_instead_is_not_said_twice(stage: Stage) -> None:
    published(stage)
    handed_in(stage, stage.lin, 1)
    blocked(stage)
    reviewed(stage, "通过", "转场利落", by=stage.rui)
    assert not [one for one in stage.staff.ephemeral.values() if AWAY in one.text]


def test_the_card_of_a_member_says_that_private_messages_do_not_reach_them(stage: Stage) -> None:
    blocked(stage)
    stage.mo.say(stage.staff, "/member @lin")
    stage.play()
    said = [*stage.said(stage.staff), *(one.text for one in stage.staff.ephemeral.values())]
    assert any("拉黑" in one for one in said)


def test_an_order_without_an_address_says_that_its_member_reads_no_question(stage: Stage) -> None:
    redeemed(stage)
    card = stage.last(stage.staff)
    assert "收不到我的私信" not in card.text
    blocked(stage)
    stage.press(stage.mo, card, "我来处理")
    assert "收不到我的私信：请在群里喊一声" in card.text and "收不到我的私信" in stage.last(stage.mo).text
