"""The sheets of mentors and of topic moderators: who is in office, who was, and who offers."""

from rules.people import Role
from storage import members
from tests.handlers.honour.mentoring import cards, entrusted, mentor_stage, paired, pressed, private
from tests.handlers.honour.test_mentor import offered
from tests.handlers.honour.test_topic_moderator import DAY_S, asked_to
from tests.handlers.operations.test_export import exported, shown
from tests.stage import Stage


def test_a_mentor_stands_with_the_offer_the_term_and_how_many_they_accompany() -> None:
    stage = mentor_stage()
    offered(stage)
    [waiting] = shown(stage, "mentors")
    assert (waiting["成员"], waiting["状态"], waiting["上任时间"]) == ("林晓", "等团队定", None)
    assert "技术" in str(waiting["能聊的方向"])
    stage.press(stage.mo, cards(stage, "🧑‍🏫")[-1], "确认")
    paired(stage, stage.lin, stage.xin)
    [serving] = shown(stage, "mentors")
    assert (serving["状态"], serving["决定人"], serving["正带着几位"], serving["带过几位"]) == ("在任", "莫莫", 1, 0)
    assert serving["上任时间"] and "words" not in exported(stage, "mentors").columns
    private(stage, stage.lin, "/mentor")
    pressed(stage, stage.lin, "我要离开一阵")
    assert shown(stage, "mentors")[0]["状态"] == "离开一阵"


def test_whoever_was_declined_or_is_no_mentor_any_more_stands_so() -> None:
    stage = mentor_stage()
    offered(stage)
    stage.press(stage.mo, cards(stage, "🧑‍🏫")[-1], "再等等")
    private(stage, stage.mo, "先多答几个问题")
    entrusted(stage, stage.zhou)
    assert {row["成员"]: row["状态"] for row in shown(stage, "mentors")} == {"林晓": "再等等", "周舟": "在任"}
    lin = stage.member(stage.lin).id
    stage.do(lambda tx: members.give_role(tx, lin, Role.MENTOR, None, 0))
    assert {row["成员"]: row["状态"] for row in shown(stage, "mentors")}["林晓"] == "在任"


def test_a_mentor_whose_office_is_over_has_left_it() -> None:
    stage = mentor_stage()
    offered(stage)
    stage.press(stage.mo, cards(stage, "🧑‍🏫")[-1], "确认")
    lin = stage.member(stage.lin).id
    stage.do(lambda tx: members.take_role(tx, lin, Role.MENTOR))
    assert [row["状态"] for row in shown(stage, "mentors")] == ["卸任了"]


def test_a_topic_moderator_stands_with_the_field_and_how_it_ended(stage: Stage) -> None:
    asked_to(stage)
    [held] = shown(stage, "topic_moderators")
    assert (held["成员"], held["照看什么"], held["群"], held["状态"]) == ("何川", "充电", None, "在任")
    assert held["请 TA 的人"] == stage.owner.name and held["任期到"] and held["结束时间"] is None
    stage.advance(200 * DAY_S)
    [over] = shown(stage, "topic_moderators")
    assert over["状态"] == "任期满了" and over["结束时间"]
