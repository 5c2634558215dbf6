"""Whose right to the core group is gone is asked about on a card, and nobody is put out by itself."""

from rules.programme.cores import Core
from rules.programme.programme import Programme
from tests.handlers.honour.coring import DAY, core_of, inside, joins, link_for, may_enter, read, says
from tests.handlers.honour.test_core_arrival import lowered
from tests.handlers.honour.test_me import plain
from tests.stage import Stage


def test_whose_level_is_undone_stays_until_staff_decide_and_is_kept_for_good(stage: Stage) -> None:
    core = core_of(stage, stage.lin, stage.he)
    may_enter(stage, stage.lin)
    stage.advance(DAY)
    lowered(stage, stage.lin)
    stage.advance(DAY)
    card = stage.last(stage.staff)
    assert "林晓 在“核心圈”里，等级现在不够了" in plain(card.text) and "差 50 贡献值" in plain(card.text)
    assert inside(core, stage.lin)
    stage.press(stage.mo, card, "继续留着")
    assert "林晓 继续留在“核心圈”（莫莫）" in plain(card.text)
    assert not card.buttons
    stage.advance(3 * DAY)
    assert not [text for text in read(stage, stage.staff) if "等级现在不够了" in text], "asked once"
    assert "留人在核心群" in says(stage, stage.mo, "/log @lin")


def test_goodbye_is_a_kind_word_and_the_way_back_stays_open(stage: Stage) -> None:
    core = core_of(stage, stage.lin)
    may_enter(stage, stage.lin)
    stage.advance(DAY)
    lowered(stage, stage.lin)
    stage.advance(DAY)
    stage.press(stage.mo, stage.last(stage.staff), "好好道别")
    assert not inside(core, stage.lin)
    assert "这段时间谢谢你" in stage.last(stage.lin).text
    may_enter(stage, stage.lin)
    joins(stage, stage.lin, core, link_for(stage, stage.lin))
    assert inside(core, stage.lin)


def test_a_card_that_nobody_decides_lapses_with_a_line_and_is_not_asked_again(stage: Stage) -> None:
    core = core_of(stage, stage.lin)
    may_enter(stage, stage.lin)
    stage.advance(DAY)
    lowered(stage, stage.lin)
    stage.advance(DAY)
    card = stage.last(stage.staff)
    for _ in range(16):
        stage.advance(DAY)
    assert "到期没人定，照旧留着" in plain(card.text)
    assert inside(core, stage.lin)
    assert len([text for text in read(stage, stage.staff) if "林晓 在" in text]) == 1


def test_a_brand_says_for_how_long_staff_may_decide() -> None:
    stage = Stage(Programme(core=Core(decide_days=3)))
    core_of(stage, stage.lin)
    may_enter(stage, stage.lin)
    stage.advance(DAY)
    lowered(stage, stage.lin)
    stage.advance(DAY)
    card = stage.last(stage.staff)
    stage.advance(DAY)
    assert "到期没人定" not in card.text
    for _ in range(4):
        stage.advance(DAY)
    assert "到期没人定，照旧留着" in plain(card.text)


def test_who_has_the_level_again_or_leaves_needs_no_decision(stage: Stage) -> None:
    core = core_of(stage, stage.lin, stage.he)
    for person in (stage.lin, stage.he):
        may_enter(stage, person)
    stage.advance(DAY)
    for person in (stage.lin, stage.he):
        lowered(stage, person)
    stage.advance(DAY)
    asked = [message for message in stage.messages(stage.staff) if "等级现在不够了" in message.text]
    assert len(asked) == 2
    may_enter(stage, stage.lin)
    stage.he.leave(core)
    stage.play()
    stage.advance(DAY)
    assert all("不用定了" in plain(card.text) for card in asked)


def test_where_telegram_keeps_somebody_in_staff_read_it(stage: Stage) -> None:
    core = core_of(stage)
    stage.world.promote(core, stage.world.bot, "can_invite_users")
    stage.zhou.join(core)
    stage.play()
    assert inside(core, stage.zhou)
    assert "没能把 周舟 请出“核心圈”" in read(stage, stage.staff)[-1]
