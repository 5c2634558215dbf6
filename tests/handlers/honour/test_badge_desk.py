"""What staff decide about badges: nothing goes by itself, and nobody loses one without being told why."""

from rules.honour.badge import BadgeState
from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage.ledger import ledger
from tests.handlers.daily.asking import solved
from tests.handlers.fairness.undoing import clean, newest, undo
from tests.handlers.honour.announcing import plain
from tests.handlers.honour.earning import held
from tests.handlers.teams.test_team_reward import paid
from tests.stage import Stage


def says(stage: Stage, person: Person, words: str) -> str:
    """What the person is answered in private."""
    person.say(stage.world.private(person), words)
    stage.play()
    return plain(stage.last(person).text)


def doubted(stage: Stage) -> None:
    """Zhou's badge is true no longer, and the card is there."""
    solved(stage, stage.lin, stage.zhou)
    stage.advance(60)
    undo(stage, newest(stage, stage.zhou, "answer_accepted").id)
    stage.advance(60)
    card = stage.last(stage.staff)
    assert "不够条件了" in card.text and "1 个回答被采纳：现在 0" in card.text


def test_what_became_untrue_goes_only_when_staff_say_so_and_the_person_reads_why(stage: Stage) -> None:
    doubted(stage)
    assert "初次解惑" in says(stage, stage.zhou, "/badges")
    stage.press(stage.mo, stage.last(stage.staff), "收回")
    assert "first_answer" not in held(stage, stage.zhou)
    stage.evening()
    [told] = [said for said in stage.said(stage.zhou) if "收回了" in said and "初次解惑" in said]
    assert "不够条件" in told
    solved(stage, stage.he, stage.zhou, "高速上方向盘有点抖怎么办？", "先去做一次动平衡")
    stage.advance(60)
    assert held(stage, stage.zhou)["first_answer"].state is BadgeState.HELD, "earned anew"
    clean(stage)


def test_what_staff_keep_stays_and_is_not_asked_again(stage: Stage) -> None:
    doubted(stage)
    stage.press(stage.mo, stage.last(stage.staff), "保留")
    stage.advance(120)
    assert held(stage, stage.zhou)["first_answer"].state is BadgeState.KEPT
    assert "保留" in stage.last(stage.staff).text
    clean(stage)


def test_a_doubt_that_the_undo_of_the_undo_settles_is_moot(stage: Stage) -> None:
    doubted(stage)
    zhou = stage.member(stage.zhou).id
    undo(stage, stage.do(lambda tx: ledger.of_member(tx, zhou, 1))[0].id)
    stage.advance(60)
    assert "不用处理" in stage.last(stage.staff).text and not stage.last(stage.staff).buttons


def test_a_badge_is_taken_with_a_reason_and_does_not_come_back_by_itself(stage: Stage) -> None:
    solved(stage, stage.lin, stage.zhou)
    stage.advance(60)
    assert "还差一句原因" in says(stage, stage.mo, "/revoke @zhou 初次解惑")
    assert "初次解惑" in says(stage, stage.mo, "/revoke @zhou 百人助手 记录弄错了")
    assert "收回了 周舟 的“💡 初次解惑”：记录弄错了" in says(stage, stage.mo, "/revoke @zhou 初次解惑 记录弄错了")
    solved(stage, stage.he, stage.zhou, "高速上方向盘有点抖怎么办？", "先去做一次动平衡")
    stage.advance(60)
    assert "first_answer" not in held(stage, stage.zhou)
    stage.evening()
    assert [said for said in stage.said(stage.zhou) if "记录弄错了" in said]
    assert "收回奖章" in says(stage, stage.mo, "/log @zhou")


def test_who_has_not_heard_of_a_badge_does_not_hear_that_it_is_gone(stage: Stage) -> None:
    says(stage, stage.mo, "/badge @zhou 特别致谢 海报上的操场，是他天没亮去拍的")
    assert "还没听说" in says(stage, stage.mo, "/revoke @zhou 特别致谢 看错了名字")
    stage.evening()
    assert not [said for said in stage.said(stage.zhou) if "特别致谢" in said]


def test_who_gives_one_to_somebody_who_never_started_the_bot_is_asked_to_tell_them(stage: Stage) -> None:
    given = says(stage, stage.owner, "/badge @xin 特别致谢 冬测那周守着群答到半夜")
    assert "还没点过“开始”" in given and "晚间小结" not in given


def test_an_award_is_given_with_its_reason_told_aloud_and_once(stage: Stage) -> None:
    given = says(stage, stage.mo, "/badge @zhou 特别致谢 冬测那周守着群答到半夜")
    assert "颁给了 周舟" in given
    assert "已经有" in says(stage, stage.mo, "/badge @zhou 特别致谢 再来一次")
    stage.evening()
    assert [said for said in stage.said(stage.zhou) if "颁给你：冬测那周守着群答到半夜" in said]
    assert [said for said in stage.said(stage.group) if "特别致谢" in said]
    assert "冬测那周守着群答到半夜" in says(stage, stage.zhou, "/badges")
    clean(stage)


def team_doubted(stage: Stage) -> Message:
    """A team's reward is taken back, and with it goes what two of its members had their badges for."""
    paid(stage)
    stage.advance(60)
    assert "team_player" in held(stage, stage.lin) and "team_player" in held(stage, stage.he)
    before = len(stage.messages(stage.staff))
    undo(stage, newest(stage, stage.lin, "project").id)
    stage.advance(180)
    [card] = [one for one in stage.messages(stage.staff)[before:] if "奖章" in one.text]
    assert "何川" in card.text and "林晓" in card.text and "2 枚奖章" in card.text
    return card


def test_what_one_undo_makes_untrue_for_several_stands_on_one_card_and_goes_at_once(stage: Stage) -> None:
    card = team_doubted(stage)
    stage.press(stage.mo, card, "没定的一起定")
    stage.press(stage.mo, card, "全部收回")
    assert "都定好了" in card.text and not card.buttons
    assert "team_player" not in held(stage, stage.lin) and "team_player" not in held(stage, stage.he)
    stage.evening()
    assert all(
        [said for said in stage.said(person) if "合拍" in said and "收回了" in said] for person in (stage.lin, stage.he)
    )
    clean(stage)


def test_each_on_the_card_is_decided_by_its_own_button_and_the_card_says_by_whom(stage: Stage) -> None:
    card = team_doubted(stage)
    first = "林晓" if "1. 林晓" in plain(card.text) else "何川"
    stage.press(stage.mo, card, "1")
    assert first in card.text and "做成 1 个项目" in card.text
    stage.press(stage.mo, card, "返回")
    stage.press(stage.mo, card, "1")
    stage.press(stage.mo, card, "保留")
    assert "还有 1 枚" in card.text and "保留（莫莫）" in plain(card.text)
    stage.press(stage.mo, card, "2")
    stage.press(stage.mo, card, "收回")
    kept, gone = (stage.lin, stage.he) if first == "林晓" else (stage.he, stage.lin)
    assert held(stage, kept)["team_player"].state is BadgeState.KEPT and "team_player" not in held(stage, gone)
    assert "都定好了" in card.text and not card.buttons


def test_a_card_of_several_says_what_the_undo_of_the_undo_settled(stage: Stage) -> None:
    card = team_doubted(stage)
    lin = stage.member(stage.lin).id
    undo(stage, stage.do(lambda tx: ledger.of_member(tx, lin, 1))[0].id)
    stage.advance(60)
    assert "不用处理" in card.text and "何川" in card.text and "林晓" in card.text and not card.buttons


def test_all_at_once_leaves_out_a_badge_of_ones_own(stage: Stage) -> None:
    card = team_doubted(stage)
    mo, he = stage.member(stage.mo).id, stage.member(stage.he).id
    moved = "UPDATE badge SET member = :mo WHERE member = :he AND badge = 'team_player'"
    stage.do(lambda tx: tx.run(moved, mo=mo, he=he))
    stage.press(stage.mo, card, "没定的一起定")
    stage.press(stage.mo, card, "全部保留")
    assert held(stage, stage.lin)["team_player"].state is BadgeState.KEPT
    assert held(stage, stage.mo)["team_player"].state is BadgeState.DOUBTED
    assert "还有 1 枚" in card.text
