"""Two who know each other: steps tick, quiet is told gently, an end has thanks, and nobody is left alone or blamed."""

import pytest

from rules.honour.mentor import Mentor
from rules.people import Role
from sandbox.world.people import Person
from storage import figures, members
from storage.engine.tx import Tx
from storage.honour import mentorings, mentors
from tests.handlers.honour.mentoring import DAY_S, cards, entrusted, mentor_stage, paired, pressed, private, wished
from tests.stage import Stage


@pytest.fixture
def stage() -> Stage:
    stage = mentor_stage()
    entrusted(stage, stage.zhou)
    return stage


def over(stage: Stage) -> None:
    """Thirty days go by, in which xin is heard now and then; the evening comes."""
    for _ in range(8):
        stage.xin.say(stage.group, "今天天气不错")
        stage.play()
        stage.advance(4 * DAY_S)
    stage.evening()


def least(stage: Stage, who: Person) -> None:
    private(stage, who, "/quiet")
    pressed(stage, who, "尽量少")


def test_steps_tick_themselves_and_stay(stage: Stage) -> None:
    paired(stage, stage.zhou, stage.xin)
    stage.xin.say(stage.group, "签到")
    stage.xin.say(stage.group, "#提问 蓝牙钥匙怎么加一把新的？")
    stage.play()
    text = private(stage, stage.xin, "/mentor")
    assert all(f"✅ {step}" in text for step in ("同意公约", "在群里打个招呼", "签到", "提问"))
    assert "⬜ 道谢：" in text and "✅ 同意公约、在群里打个招呼、签到、提问" in private(stage, stage.zhou, "/mentor")


def test_a_quiet_newcomer_is_told_of_once_in_the_evening(stage: Stage) -> None:
    paired(stage, stage.zhou, stage.xin)
    stage.advance(5 * DAY_S)
    assert "没动静" not in "".join(stage.said(stage.zhou))
    stage.evening()
    stage.advance(DAY_S)
    stage.evening()
    quiet = [said for said in stage.said(stage.zhou) if "天没动静" in said]
    assert len(quiet) == 1 and "不着急" in quiet[0]


def test_a_newcomer_who_is_heard_again_is_not_told_of(stage: Stage) -> None:
    paired(stage, stage.zhou, stage.xin)
    stage.advance(5 * DAY_S)
    stage.xin.say(stage.group, "我回来啦")
    stage.play()
    stage.evening()
    assert "没动静" not in "".join(stage.said(stage.zhou))


def test_after_a_month_both_thank_each_other_and_the_group_reads_it_by_choice(stage: Stage) -> None:
    paired(stage, stage.zhou, stage.xin, "在群里介绍")
    over(stage)
    assert "走完了" in stage.last(stage.xin).text and "谢谢你花的时间" in stage.last(stage.zhou).text
    pressed(stage, stage.xin, "写一句")
    private(stage, stage.xin, "周舟，那次夜里陪我找充电桩")
    assert "“那次夜里陪我找充电桩”" in stage.last(stage.xin).text
    assert "充电桩" not in stage.last(stage.group).text
    pressed(stage, stage.xin, "也在群里说")
    assert "充电桩" in stage.last(stage.group).text
    stage.evening()
    assert "充电桩" in stage.last(stage.zhou).text
    zhou = stage.member(stage.zhou).id
    assert stage.do(lambda tx: figures.of_member(tx, ("mentored",), zhou, 0)) == {"mentored": 1}
    pressed(stage, stage.xin, "收回这句")
    assert "充电桩" not in "".join(stage.said(stage.group))
    assert "新新 的导师" in private(stage, stage.he, "/card @zhou")


def test_a_newcomer_who_goes_on_alone_may_thank_at_once_however_little_they_want_to_hear(stage: Stage) -> None:
    least(stage, stage.xin)
    paired(stage, stage.zhou, stage.xin)
    private(stage, stage.xin, "/mentor")
    pressed(stage, stage.xin, "就到这里")
    assert "说一句，点下面" in stage.last(stage.xin).text
    pressed(stage, stage.xin, "写一句")
    private(stage, stage.xin, "那次夜里陪我找充电桩")
    stage.evening()
    assert "充电桩" in stage.last(stage.zhou).text and "这一段就到这里" not in "".join(stage.said(stage.xin))


def test_a_button_of_before_the_two_met_does_not_part_them(stage: Stage) -> None:
    wished(stage, stage.xin)
    private(stage, stage.xin, "/mentor")
    waiting = stage.last(stage.xin)
    entrusted(stage, stage.zhou)
    private(stage, stage.zhou, "/mentor")
    pressed(stage, stage.zhou, "我来带 新新")
    pressed(stage, stage.xin, "私下介绍")
    assert "已经有导师" in stage.press(stage.xin, waiting, "先不用，自己逛逛")
    assert "周舟" in private(stage, stage.xin, "/mentor")
    assert "别往心里去" not in "".join(stage.said(stage.zhou))


def test_who_asked_for_a_mentor_hears_of_it_however_little_they_want_to_hear(stage: Stage) -> None:
    least(stage, stage.xin)
    paired(stage, stage.zhou, stage.xin)
    private(stage, stage.zhou, "/mentor")
    pressed(stage, stage.zhou, "转交 · 新新")
    pressed(stage, stage.zhou, "放回名单")
    stage.evening()
    assert "没法接着陪你" in stage.last(stage.xin).text


def test_a_badge_comes_after_the_third_newcomer_and_the_group_hears_of_it() -> None:
    stage = mentor_stage(at_once=3)
    entrusted(stage, stage.zhou)
    for nth in range(1, 4):
        newcomer = stage.world.person(f"新车友{nth}")
        newcomer.join(stage.group)
        newcomer.start()
        stage.play()
        paired(stage, stage.zhou, newcomer)
        assert "引路人" not in private(stage, stage.zhou, "/badges").split("最近")[0]
    over(stage)
    stage.evening()
    assert "引路人" in private(stage, stage.zhou, "/badges").split("最近")[0]
    assert any("引路人" in said for said in stage.said(stage.group))


def test_two_who_met_in_private_stay_private(stage: Stage) -> None:
    paired(stage, stage.zhou, stage.xin)
    over(stage)
    pressed(stage, stage.zhou, "写一句")
    private(stage, stage.zhou, "问得好，继续问")
    assert "也在群里说" not in str(stage.last(stage.zhou).buttons)
    assert "的导师" not in private(stage, stage.he, "/card @zhou")


def test_a_mentor_hands_over_to_one_who_accepts_and_the_thread_is_kept(stage: Stage) -> None:
    entrusted(stage, stage.he)
    paired(stage, stage.zhou, stage.xin)
    private(stage, stage.zhou, "/mentor")
    pressed(stage, stage.zhou, "记一笔 · 新新")
    assert "📝 周舟" in private(stage, stage.zhou, "想学夜景")
    pressed(stage, stage.zhou, "转交 · 新新")
    pressed(stage, stage.zhou, "请 何川")
    assert "谢谢你陪" in stage.last(stage.zhou).text
    stage.evening()
    assert "没法接着陪你" in stage.last(stage.xin).text
    pressed(stage, stage.he, "好，我来带")
    pressed(stage, stage.xin, "私下介绍")
    assert "想学夜景" in stage.last(stage.he).text and "何川" in private(stage, stage.xin, "/mentor")


def test_handed_to_the_list_it_stands_before_the_staff_again(stage: Stage) -> None:
    entrusted(stage, stage.he)
    paired(stage, stage.zhou, stage.xin)
    private(stage, stage.zhou, "/mentor")
    pressed(stage, stage.zhou, "转交 · 新新")
    pressed(stage, stage.zhou, "放回名单")
    [above, below] = cards(stage, "🌱")
    assert "要找下一位导师接着带" in below.text and "何川" in below.text
    assert "卡片在下面" in above.text and not above.buttons
    assert "周舟" not in below.text, "who has just handed over is not proposed for it again"


@pytest.mark.parametrize("why", ["left", "suspended", "dismissed"])
def test_whoever_loses_their_mentor_is_before_the_staff_and_nobody_reads_why(stage: Stage, why: str) -> None:
    paired(stage, stage.zhou, stage.xin)
    zhou, group = stage.member(stage.zhou).id, stage.community().id

    def lose(tx: Tx) -> None:
        if why == "dismissed":
            members.take_role(tx, zhou, Role.MENTOR)
        elif why == "suspended":
            tx.run("UPDATE member SET suspended_until = 99999999999 WHERE id = :id", id=zhou)
        else:
            members.gone_from(tx, group, zhou)

    stage.do(lose)
    stage.advance(600)
    card = cards(stage, "🌱")[-1].text
    assert "要找下一位导师接着带" in card and "周舟" not in card
    stage.evening()
    assert "没法接着陪你" in stage.last(stage.xin).text


def test_a_newcomer_who_leaves_ends_it_without_a_word(stage: Stage) -> None:
    paired(stage, stage.zhou, stage.xin)
    xin = stage.member(stage.xin).id
    group = stage.community().id
    stage.do(lambda tx: members.gone_from(tx, group, xin))
    stage.advance(600)
    assert "已经结束" in cards(stage, "🌱")[-1].text
    assert stage.do(lambda tx: mentorings.of_newcomer(tx, xin)) is None


def test_an_office_ends_with_thanks_and_one_tap_renews_it() -> None:
    stage = mentor_stage(term_days=10)
    private(stage, stage.lin, "/mentor")
    pressed(stage, stage.lin, "我愿意当导师")
    pressed(stage, stage.lin, "交给版主")
    stage.press(stage.mo, cards(stage, "🧑‍🏫")[-1], "确认")
    stage.advance(10 * DAY_S + 600)
    lin = stage.member(stage.lin).id
    assert Role.MENTOR in stage.do(lambda tx: members.roles(tx, lin))
    stage.advance(DAY_S)
    assert Role.MENTOR not in stage.do(lambda tx: members.roles(tx, lin))
    stage.evening()
    assert "这一期导师到期了" in stage.last(stage.lin).text
    pressed(stage, stage.lin, "再来一期")
    assert Role.MENTOR in stage.do(lambda tx: members.roles(tx, lin))
    assert "这一期到" in stage.last(stage.lin).text


def test_an_office_goes_on_until_the_last_newcomer_is_accompanied() -> None:
    stage = mentor_stage(term_days=10, lasts_days=14)
    entrusted(stage, stage.zhou)
    zhou = stage.member(stage.zhou).id
    until = int(stage.clock.now()) + 10 * DAY_S
    stage.do(lambda tx: mentors.put(tx, Mentor(zhou, until=until)))
    paired(stage, stage.zhou, stage.xin)
    stage.advance(11 * DAY_S)
    assert Role.MENTOR in stage.do(lambda tx: members.roles(tx, zhou))
    stage.advance(4 * DAY_S)
    assert Role.MENTOR not in stage.do(lambda tx: members.roles(tx, zhou))
