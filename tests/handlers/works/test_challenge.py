"""Taking part in challenges."""

import pytest

from sandbox.world.messages import Message
from tests.handlers.honour.announcing import plain
from tests.handlers.works.desk import OPEN, STANDARD, handed_in, labels, published
from tests.stage import Stage

DAY_S = 86_400


def whispered(stage: Stage, who: str) -> Message:
    """The latest thing that only this person sees in the group."""
    return stage.whispers(getattr(stage, who))[-1]


def test_the_list_leads_to_the_detail_and_to_taking_part(stage: Stage) -> None:
    published(stage)
    stage.lin.say(stage.group, "挑战")
    stage.play()
    whisper = whispered(stage, "lin")
    assert "1. 转场练习" in whisper.text
    stage.press(stage.lin, whisper, "1. 转场练习")
    assert "拍三个镜头" in whisper.text
    assert "报上名了" in stage.press(stage.lin, whisper, "参加")
    assert "你报上名了" in whisper.text
    stage.press(stage.lin, whisper, "全部挑战")
    assert "✅" in whisper.text
    assert len(stage.said(stage.group)) == 1


def test_anybody_joins_under_the_announcement_and_is_answered_by_a_toast(stage: Stage) -> None:
    published(stage)
    announced = stage.last(stage.group)
    assert "第 1 位" in stage.press(stage.lin, announced, "参加")
    assert "第 2 位" in stage.press(stage.zhou, announced, "参加")
    assert "报过名了" in stage.press(stage.lin, announced, "参加")
    stage.press(stage.xin, announced, "参加")
    assert "公约" in whispered(stage, "xin").text
    assert stage.do(lambda tx: tx.value("SELECT joined FROM challenge")) == 2


def test_the_last_place_is_taken_once(stage: Stage) -> None:
    published(stage, STANDARD + "\n名额：1")
    announced = stage.last(stage.group)
    crowd = [stage.lin, stage.zhou, stage.he] * 20
    queries = [person.press(announced, "参加") for person in crowd]
    stage.play()
    answers = [stage.world.presses[query].answer for query in queries]
    assert sum("报上名了" in answer.text for answer in answers if answer) == 1
    assert sum("名额满了" in answer.text for answer in answers if answer) == 40
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM challenge_member")) == 1


def test_a_place_can_be_given_back_until_work_is_handed_in(stage: Stage) -> None:
    published(stage, STANDARD + "\n名额：1")
    stage.press(stage.lin, stage.last(stage.group), "参加")
    stage.lin.say(stage.world.private(stage.lin), "/challenge 1")
    stage.play()
    detail = stage.last(stage.lin)
    stage.press(stage.lin, detail, "退出")
    assert "报上名了" in stage.press(stage.zhou, stage.last(stage.group), "参加")
    handed_in(stage, stage.zhou, 1)
    stage.zhou.say(stage.world.private(stage.zhou), "/challenge 1")
    stage.play()
    assert "退出" not in labels(stage.last(stage.zhou))
    assert "等审核" in stage.last(stage.zhou).text


def test_trust_opens_a_challenge(stage: Stage) -> None:
    published(stage, STANDARD + "\n信任阶梯：框架")
    announced = stage.last(stage.group)
    assert "“命题”挑战要先开通。还差：3 件作品通过（现在 0）" in stage.press(stage.lin, announced, "参加")
    stage.mo.say(stage.staff, "/trust @lin 框架 三份作品都很扎实")
    stage.play()
    assert "报上名了" in stage.press(stage.lin, announced, "参加")
    acts = stage.do(lambda tx: [row.act for row in tx.all("SELECT act FROM audit")])
    assert "trust.set" in acts
    stage.evening()
    assert "三份作品都很扎实" in stage.last(stage.lin).text


def test_what_a_challenge_asks_for_is_said_to_whoever_lacks_it(stage: Stage) -> None:
    number = published(stage, STANDARD + "\n信任阶梯：框架")
    needed = "要有命题资格（怎么开通：/trust）"
    assert needed in plain(stage.last(stage.group).text), "everybody reads it in the group"

    def detail() -> str:
        stage.lin.start(f"challenge-{number}")
        stage.play()
        return plain(stage.last(stage.lin).text)

    before = detail()
    assert needed in before and "你还没有命题资格" in before
    stage.mo.say(stage.staff, "/trust @lin 框架 三份作品都很扎实")
    stage.play()
    assert "命题资格" not in detail()


def test_trust_needs_a_step_and_a_reason_and_is_never_given_to_oneself(stage: Stage) -> None:
    for words in ("@lin 很高 他好", "@lin 框架", "@mo 框架 我很好"):
        stage.mo.say(stage.staff, f"/trust {words}")
    stage.lin.say(stage.group, "/trust @lin 框架 我很好")
    stage.play()
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM trust")) == 0


def test_at_the_deadline_it_closes_and_the_announcement_says_so(stage: Stage) -> None:
    published(stage)
    stage.advance(60)
    announced = stage.last(stage.group)
    for _ in range(4):
        stage.advance(2 * DAY_S)
    assert "到点收官" in announced.text
    assert labels(announced) == []
    assert sum("挑战 1" in text for text in stage.said(stage.group)) == 1
    handed_in(stage, stage.lin, 1)
    assert "已经结束" in whispered(stage, "lin").text
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM submission")) == 0


def test_who_joined_and_has_handed_in_nothing_is_reminded_once(stage: Stage) -> None:
    published(stage)
    stage.advance(60)
    announced = stage.last(stage.group)
    for person in (stage.lin, stage.zhou):
        stage.press(person, announced, "参加")
    handed_in(stage, stage.zhou, 1)
    for _ in range(8):
        stage.evening()
    reminders = [text for text in stage.said(stage.lin) if "还没收到你的作品" in text]
    assert len(reminders) == 1
    assert not any("还没收到你的作品" in text for text in stage.said(stage.zhou))
    assert not any("还没收到你的作品" in text for text in stage.said(stage.he))


@pytest.mark.parametrize("meanwhile", ["work", "close", "extend", "leave"])
def test_a_reminder_that_became_moot_before_the_evening_is_not_told(stage: Stage, meanwhile: str) -> None:
    published(stage)
    stage.press(stage.lin, stage.last(stage.group), "参加")
    stage.advance(5 * DAY_S + 3 * 3600)
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM note")) == 1
    if meanwhile == "work":
        handed_in(stage, stage.lin, 1)
    elif meanwhile == "leave":
        stage.lin.say(stage.world.private(stage.lin), "/challenge 1")
        stage.play()
        stage.press(stage.lin, stage.last(stage.lin), "退出")
    else:
        words = "/closechallenge 1" if meanwhile == "close" else "/extendchallenge 1 9天"
        stage.mo.say(stage.world.private(stage.mo), words)
        stage.play()
        if meanwhile == "close":
            stage.press(stage.mo, stage.last(stage.mo), "确认结束")
    stage.evening()
    assert not any("还没收到你的作品" in text for text in stage.said(stage.lin))


def test_staff_close_and_extend(stage: Stage) -> None:
    published(stage)
    private = stage.world.private(stage.mo)
    stage.mo.say(private, "/closechallenge 1")
    stage.play()
    assert "要提前结束" in stage.last(stage.mo).text
    assert stage.do(lambda tx: tx.value("SELECT closed_at FROM challenge")) is None
    stage.press(stage.mo, stage.last(stage.mo), "确认结束")
    assert "收官了" in stage.last(stage.mo).text
    assert "提前收官了" in stage.last(stage.group).text
    assert labels(stage.last(stage.group)) == []
    stage.mo.say(private, "/extendchallenge 1 3天")
    stage.play()
    assert "延长到" in stage.last(stage.mo).text
    stage.lin.say(stage.world.private(stage.lin), "/challenge 1")
    stage.play()
    assert "参加" in labels(stage.last(stage.lin))
    stage.mo.say(private, "/extendchallenge 1 昨天")
    stage.play()
    assert "没看出是哪天几点" in stage.last(stage.mo).text


def test_days_more_are_added_to_the_deadline_and_an_earlier_one_is_refused(stage: Stage) -> None:
    published(stage)
    private = stage.world.private(stage.mo)
    before = stage.do(lambda tx: tx.value("SELECT deadline FROM challenge"))
    stage.mo.say(private, "/extendchallenge 1 3天")
    stage.play()
    after = stage.do(lambda tx: tx.value("SELECT deadline FROM challenge"))
    assert after == before + 3 * DAY_S
    stage.mo.say(private, "/extendchallenge 1 明天 10:00")
    stage.play()
    assert "“明天 10:00”不比它晚" in stage.last(stage.mo).text
    assert stage.do(lambda tx: tx.value("SELECT deadline FROM challenge")) == after


def test_only_staff_see_and_use_the_staff_buttons(stage: Stage) -> None:
    published(stage, OPEN)
    stage.lin.say(stage.world.private(stage.lin), "/challenge 1")
    stage.mo.say(stage.world.private(stage.mo), "/challenge 1")
    stage.lin.say(stage.group, "/closechallenge 1")
    stage.play()
    assert "结束挑战" not in labels(stage.last(stage.lin))
    assert "给团队用" in whispered(stage, "lin").text
    stage.press(stage.mo, stage.last(stage.mo), "结束挑战")
    stage.press(stage.mo, stage.last(stage.mo), "确认结束")
    assert stage.do(lambda tx: tx.value("SELECT closed_at FROM challenge")) is not None


def test_an_unknown_number_is_told(stage: Stage) -> None:
    stage.lin.say(stage.group, "/challenge 77")
    stage.lin.say(stage.group, "/challenge")
    stage.play()
    assert ["没有 77 号" in message.text for message in stage.whispers(stage.lin)] == [True, False]
