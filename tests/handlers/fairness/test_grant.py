"""Points by hand: with a reason, never to oneself, and above the limits by two people."""

import pytest

from rules.fairness.grant import GrantTooLarge, GrantUnclear, ReasonNeeded, wanted
from sandbox.world.people import Person
from storage import audits
from storage.ledger import ledger
from tests.stage import Stage


def points(stage: Stage, person: Person) -> int:
    member = stage.member(person)
    return stage.do(lambda tx: ledger.balance(tx, member.id).posted)


def test_a_grant_by_reply_is_seen_by_all_with_its_reason_and_counts_for_the_level(stage: Stage) -> None:
    word = stage.lin.say(stage.group, "拖车绳我送过来了")
    stage.mo.say(stage.group, "/grant 60 夜里帮新车友拖车", reply_to=word)
    stage.play()
    said = stage.last(stage.group).text
    assert "林晓" in said
    assert "+60 分：夜里帮新车友拖车" in said
    assert stage.member(stage.lin).level == "active"
    assert (points(stage, stage.lin), stage.member(stage.lin).contribution) == (60, 60)
    lin = stage.member(stage.lin)
    [act] = stage.do(lambda tx: audits.about(tx, lin.id, 5))
    assert (act.act, act.reason, act.detail["points"]) == ("points.grant", "夜里帮新车友拖车", 60)


def test_a_grant_from_the_desk_is_told_to_the_member_in_private(stage: Stage) -> None:
    stage.mo.say(stage.staff, "/grant @lin 20 好图")
    stage.play()
    assert "分，晚间小结里告诉 TA（私信调成“尽量少”的除外），群里不说" in stage.last(stage.staff).text
    assert points(stage, stage.lin) == 20
    stage.evening()
    assert "+20 分：好图" in stage.last(stage.lin).text


def test_who_gives_points_to_somebody_who_never_started_the_bot_is_asked_to_tell_them(stage: Stage) -> None:
    stage.mo.say(stage.staff, "/grant @xin 20 好图")
    stage.play()
    said = stage.last(stage.staff).text
    assert "还没点过“开始”" in said and "晚间小结" not in said


def test_taking_is_never_public_and_leaves_the_contribution(stage: Stage) -> None:
    stage.mo.say(stage.staff, "/grant @lin 30 好图")
    stage.mo.say(stage.group, "/grant @lin -10 误领的活动分")
    stage.play()
    assert stage.said(stage.group) == []
    assert (points(stage, stage.lin), stage.member(stage.lin).contribution) == (20, 30)
    stage.evening()
    assert "扣了你 10 分" in stage.last(stage.lin).text


def test_more_than_they_have_is_not_taken(stage: Stage) -> None:
    stage.mo.say(stage.world.private(stage.mo), "/grant @lin -10 误领")
    stage.play()
    assert "可用的只有 0 分" in stage.last(stage.mo).text


def test_nobody_grants_to_themselves_and_members_grant_nothing(stage: Stage) -> None:
    stage.mo.say(stage.staff, "/grant @mo 20 辛苦")
    stage.lin.say(stage.group, "/grant @zhou 20 好人")
    stage.play()
    assert points(stage, stage.mo) == points(stage, stage.zhou) == 0


def test_above_the_limit_a_second_person_confirms_in_the_staff_group(stage: Stage) -> None:
    word = stage.lin.say(stage.group, "年会安排好了")
    stage.mo.say(stage.group, "/grant 300 组织年会", reply_to=word)
    stage.play()
    question = stage.last(stage.staff)
    assert "请另一位确认" in question.text
    assert points(stage, stage.lin) == 0
    assert "不能自己确认" in stage.press(stage.mo, question, "同意")
    assert "不在你的职责里" in stage.press(stage.rui, question, "同意")
    stage.press(stage.owner, question, "同意")
    assert points(stage, stage.lin) == 300
    assert "\u2068品牌主理人\u2069 确认" in question.text
    assert "+300 分：组织年会" in stage.last(stage.group).text


def test_a_decision_is_made_once_however_many_press(stage: Stage) -> None:
    stage.mo.say(stage.staff, "/grant @lin 300 组织年会")
    stage.play()
    question = stage.last(stage.staff)
    yes, no = stage.owner.press(question, "同意"), stage.owner.press(question, "不同意")
    again = stage.owner.press(question, "同意")
    stage.play()
    assert points(stage, stage.lin) == 300
    answers = [stage.world.presses[query].answer for query in (yes, no, again)]
    assert [("处理过" in answer.text) if answer else None for answer in answers] == [False, True, True]


def test_the_same_proposed_twice_is_asked_once_while_it_waits(stage: Stage) -> None:
    for _ in range(2):
        stage.mo.say(stage.staff, "/grant @lin 300 组织年会")
    stage.play()
    questions = [message for message in stage.messages(stage.staff) if message.buttons]
    assert len(questions) == 1
    seen = [m.text for (reader, _), m in stage.staff.ephemeral.items() if reader == stage.mo.id]
    assert "已经在运营小组等第二个人确认" in seen[-1]
    stage.press(stage.owner, questions[0], "同意")
    assert points(stage, stage.lin) == 300
    stage.mo.say(stage.staff, "/grant @lin 300 组织年会")
    stage.play()
    assert not [message for message in stage.messages(stage.staff) if message.buttons], "given is given"


def test_the_very_same_sent_twice_or_by_two_of_the_team_is_given_once_a_day(stage: Stage) -> None:
    for person in (stage.mo, stage.owner, stage.mo):
        person.say(stage.staff, "/grant @lin 20 带了三个新人")
        stage.play()
    assert points(stage, stage.lin) == 20
    seen = [m.text for (reader, _), m in stage.staff.ephemeral.items() if reader == stage.mo.id]
    assert "莫莫" in seen[-1] and "没有再加" in seen[-1]
    stage.mo.say(stage.staff, "/grant @lin 20 又带了三个新人")
    stage.mo.say(stage.staff, "/grant @zhou 20 带了三个新人")
    stage.play()
    assert (points(stage, stage.lin), points(stage, stage.zhou)) == (40, 20)
    stage.advance(86_400)
    stage.mo.say(stage.staff, "/grant @lin 20 带了三个新人")
    stage.play()
    assert points(stage, stage.lin) == 60, "another day, another deed"


def test_a_reply_in_the_staff_group_makes_no_second_deed(stage: Stage) -> None:
    seen = stage.owner.say(stage.staff, "林晓带了三个新人")
    for _ in range(2):
        stage.mo.say(stage.staff, "/grant @lin 20 带了三个新人", reply_to=seen)
        stage.play()
    assert points(stage, stage.lin) == 20


def test_what_was_taken_back_can_be_given_again_and_two_messages_are_two_deeds(stage: Stage) -> None:
    stage.mo.say(stage.staff, "/grant @lin 20 好图")
    stage.mo.say(stage.staff, "/undo 1 加错了")
    stage.mo.say(stage.staff, "/grant @lin 20 好图")
    stage.play()
    assert points(stage, stage.lin) == 20
    for word in ("桥上的", "河边的"):
        seen = stage.lin.say(stage.group, word)
        for _ in range(2):
            stage.mo.say(stage.group, "/grant 5 好图", reply_to=seen)
            stage.play()
    assert points(stage, stage.lin) == 30


def test_what_was_declined_is_told_to_whoever_proposed_it(stage: Stage) -> None:
    stage.mo.say(stage.staff, "/grant @lin 300 组织年会")
    stage.play()
    stage.press(stage.owner, stage.last(stage.staff), "不同意")
    assert points(stage, stage.lin) == 0
    assert "没有通过" in stage.last(stage.mo).text


def test_nobody_agrees_with_who_has_left_the_team_meanwhile(stage: Stage) -> None:
    stage.mo.say(stage.staff, "/grant @lin 300 组织年会")
    stage.play()
    question = stage.last(stage.staff)
    stage.owner.say(stage.staff, "/dismiss @mo 版主")
    stage.play()
    assert "已经不在团队里了" in stage.press(stage.owner, question, "同意")
    assert points(stage, stage.lin) == 0
    stage.press(stage.owner, question, "不同意")
    assert not question.buttons


def test_many_small_grants_of_a_day_add_up_to_the_limits(stage: Stage) -> None:
    for number in range(3):
        stage.mo.say(stage.staff, f"/grant @lin 90 第 {number} 张好图")
    stage.play()
    assert points(stage, stage.lin) == 180
    assert "请另一位确认" in "".join(stage.said(stage.staff))
    stage.advance(86_400)
    stage.mo.say(stage.staff, "/grant @lin 90 好图")
    stage.play()
    assert points(stage, stage.lin) == 270


def test_without_a_staff_group_nothing_above_the_limit_is_possible(stage: Stage) -> None:
    stage.owner.say(stage.staff, "/setup")
    stage.play()
    stage.press(stage.owner, stage.last(stage.staff), "停用")
    stage.press(stage.owner, stage.last(stage.staff), "确认停用")
    stage.mo.say(stage.world.private(stage.mo), "/grant @lin 300 组织年会")
    stage.play()
    assert "还没有运营小组" in stage.last(stage.mo).text


@pytest.mark.parametrize(
    ("words", "understood"),
    [("20 好图", (20, "好图")), ("+20分 好图", (20, "好图")), ("-5，误领", (-5, "误领"))],
)
def test_points_and_reason_are_understood(words: str, understood: tuple[int, str]) -> None:
    assert wanted(words) == understood


def test_what_is_missing_is_asked_for() -> None:
    for words, refusal in (
        ("", GrantUnclear),
        ("好图 20", GrantUnclear),
        ("0 好图", GrantUnclear),
        ("20", ReasonNeeded),
        ("20000 好图", GrantTooLarge),
    ):
        with pytest.raises(refusal):
            wanted(words)


@pytest.mark.parametrize("unseen", ["\u200b\u200b", "\u2060", "\u3164\u3164", "\u2800"])
def test_a_reason_that_nobody_sees_is_none(stage: Stage, unseen: str) -> None:
    stage.mo.say(stage.staff, f"/grant @lin 5 {unseen}")
    stage.play()
    [told] = [one.text for one in stage.staff.ephemeral.values()]
    assert "还差一句原因" in told
    lin = stage.member(stage.lin).id
    assert stage.do(lambda tx: ledger.balance(tx, lin)).posted == 0


@pytest.mark.parametrize("number", [20, 250], ids=["given", "proposed"])
def test_of_two_who_are_called_so_the_second_that_is_chosen_gets_nothing_and_nobody_reads_of_the_first_again(
    stage: Stage, number: int
) -> None:
    stage.zhou.rename("林晓满")
    stage.zhou.say(stage.group, "大家好")
    stage.mo.say(stage.group, f"/grant 林 {number} 夜里拖车")
    stage.play()
    asked = stage.whispers(stage.mo)[-1]
    stage.press(stage.mo, asked, "林晓 @lin")
    group, desk = stage.said(stage.group), stage.said(stage.staff)
    told = stage.press(stage.mo, asked, "林晓满 @zhou")
    assert "林晓" in told and "林晓满" not in told and str(number) in told
    assert (stage.said(stage.group), stage.said(stage.staff)) == (group, desk)
    assert points(stage, stage.zhou) == 0
