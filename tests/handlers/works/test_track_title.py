"""Titles of the tracks as people come by them: proposed with works, decided by a person, told in the evening, chosen as tag."""

from datetime import date

from actions.honour import tag as tag_actions
from actions.honour.card import card as card_of
from actions.operations import audit
from rules.people import Role
from rules.programme.programme import Programme
from rules.programme.track_titles import TITLES, TrackTitles
from rules.programme.wording import Wording
from rules.values import replace
from rules.works.challenge import SkillTrack
from rules.works.track_title import key_of, standing
from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage import members
from storage.operations.exports import sheets
from storage.works import track_titles
from tests.handlers.fairness.undoing import newest, undo
from tests.handlers.honour.announcing import plain
from tests.handlers.honour.earning import everybody
from tests.handlers.works.desk import handed_in, labels, published, reviewed, written
from tests.stage import Stage

DAY_S = 86_400
VIDEO = SkillTrack.VIDEO
LADDER = TrackTitles((replace(TITLES[0], works=1), replace(TITLES[1], works=2, featured=0), TITLES[2]))


def titled_stage(ladder: TrackTitles = LADDER) -> Stage:
    """A stage on which one work is enough for the first title, and two for the second; rui may decide as well."""
    stage = Stage(Programme(track_titles=ladder))
    rui = stage.member(stage.rui).id
    stage.do(lambda tx: members.give_role(tx, rui, Role.MODERATOR, None, 0))
    return stage


def passed(stage: Stage, person: Person) -> None:
    """A work of theirs is approved, and the minutes in which that is noticed go by."""
    works = stage.do(lambda tx: tx.value("SELECT count(*) FROM submission"))
    handed_in(stage, person, published(stage), photo=f"work {works}")
    reviewed(stage, "通过", "开头抓人")
    noticed(stage)


def noticed(stage: Stage) -> None:
    """The minute looks at deeds, and staff are asked once nothing more comes."""
    for _ in range(3):
        stage.advance(60)


def cards(stage: Stage) -> list[Message]:
    """What stands in the staff group about titles, oldest first."""
    return [one for one in stage.messages(stage.staff) if one.text.startswith("🎨") and "在视频方向" in one.text]


def held(stage: Stage, person: Person) -> str:
    """The key of the title that they hold in the track."""
    member = stage.member(person).id
    theirs = stage.do(lambda tx: track_titles.in_track(tx, member, VIDEO))
    return key_of(standing(theirs, stage.programme.track_titles))


def said(stage: Stage, person: Person, words: str) -> str:
    """What somebody is answered in private."""
    person.say(stage.world.private(person), words)
    stage.play()
    return plain(stage.last(person).text)


def given(ladder: TrackTitles = LADDER) -> Stage:
    """Zhou was proposed for the first title, and holds it."""
    stage = titled_stage(ladder)
    passed(stage, stage.zhou)
    stage.press(stage.mo, cards(stage)[-1], "就给 TA")
    return stage


def sound(stage: Stage) -> bool:
    """Whether everything that is held was decided."""
    ok: bool = stage.do(lambda tx: audit.verify(tx, stage.programme)).ok
    return ok


def test_what_is_earned_is_proposed_with_its_works_given_by_a_person_and_told_in_the_evening() -> None:
    stage = titled_stage()
    assert "方向有：摄影、视频" in said(stage, stage.zhou, "/title")
    passed(stage, stage.zhou)
    [card] = cards(stage)
    assert "周舟 在视频方向够“新锐创作者”的条件了" in plain(card.text) and "视频方向 1 件作品通过（要 1）" in card.text
    assert "转场练习" in card.text and "t.me/c/" in str(card.entities)
    assert "已经请版主看了" in said(stage, stage.zhou, "/title") and held(stage, stage.zhou) == ""
    stage.press(stage.mo, card, "就给 TA")
    assert held(stage, stage.zhou) == "rising" and "莫莫 定了" in plain(card.text) and not card.buttons
    stage.evening()
    [told] = [one for one in stage.said(stage.zhou) if "你是新锐创作者（视频）" in plain(one)]
    assert "视频方向 1 件作品通过" in told and "下一个是“资深创作者”" in told
    assert "🎨 新锐创作者" in said(stage, stage.zhou, "/growth") and sound(stage)
    rows = stage.do(lambda tx: list(sheets()["track_titles"].rows(tx, stage.programme, date(2026, 11, 20))))
    assert [row[3:5] for row in rows] == [("video", "新锐创作者")]


def test_a_past_is_read_once_by_the_highest_title_and_one_letter() -> None:
    stage = titled_stage(replace(LADDER, titles=()))
    passed(stage, stage.zhou)
    passed(stage, stage.zhou)
    assert not cards(stage)
    stage.restart(Programme(track_titles=LADDER))
    stage.advance(DAY_S)
    everybody(stage)
    noticed(stage)
    [card] = cards(stage)
    assert "够“资深创作者”的条件了" in plain(card.text)
    stage.press(stage.mo, card, "就给 TA")
    stage.evening()
    assert len([one for one in stage.said(stage.zhou) if "🎨" in one]) == 1
    assert held(stage, stage.zhou) == "senior" and sound(stage)
    zhou = stage.member(stage.zhou).id
    theirs = stage.do(lambda tx: track_titles.in_track(tx, zhou, VIDEO))
    assert [one.title for one in theirs] == ["rising", "senior"]
    assert key_of(standing(theirs, TrackTitles(TITLES[:1]))) == "rising"


def test_nobody_decides_about_themselves_and_a_forged_press_does_no_harm() -> None:
    stage = titled_stage()
    zhou = stage.member(stage.zhou).id
    stage.do(lambda tx: members.give_role(tx, zhou, Role.MODERATOR, None, 0))
    passed(stage, stage.zhou)
    [card] = cards(stage)
    stage.zhou.join(stage.staff)
    stage.play()
    assert "自己的事不能自己经手" in stage.press(stage.zhou, card, "就给 TA")
    assert held(stage, stage.zhou) == ""
    assert "自己的事不能自己经手" in said(stage, stage.zhou, f"/title {stage.zhou.id} 视频 新锐创作者 我觉得行")
    stage.lin.join(stage.staff)
    stage.play()
    stage.press(stage.lin, card, "就给 TA")
    assert held(stage, stage.zhou) == ""


def test_not_now_takes_a_reason_and_the_same_is_asked_again_only_after_its_time() -> None:
    stage = titled_stage()
    passed(stage, stage.zhou)
    [card] = cards(stage)
    written(stage, stage.mo, card, "再等等", "再")
    assert "2 到 300 字" in plain(stage.last(stage.mo).text)
    stage.mo.say(stage.world.private(stage.mo), "再多拍几件带人的")
    stage.play()
    stage.sends(stage.mo)
    assert "莫莫 想再等等：再多拍几件带人的" in plain(card.text)
    stage.evening()
    assert [one for one in stage.said(stage.zhou) if "版主想请你再等等：再多拍几件带人的" in plain(one)]
    assert "版主想再等等：再多拍几件带人的" in said(stage, stage.zhou, "/title")
    stage.advance(20 * DAY_S)
    everybody(stage)
    noticed(stage)
    assert len(cards(stage)) == 1
    stage.advance(11 * DAY_S)
    everybody(stage)
    noticed(stage)
    assert cards(stage)[-1].buttons and len(cards(stage)) == 2


def test_of_several_that_are_earned_not_now_is_said_though_the_next_is_a_lower_one() -> None:
    stage = titled_stage(replace(LADDER, titles=()))
    passed(stage, stage.zhou)
    passed(stage, stage.zhou)
    stage.restart(Programme(track_titles=LADDER))
    stage.advance(DAY_S)
    everybody(stage)
    noticed(stage)
    [card] = cards(stage)
    written(stage, stage.mo, card, "再等等", "再多拍几件带人的")
    seen = said(stage, stage.zhou, "/title")
    assert "下一个：“新锐创作者”" in seen and "版主想再等等：再多拍几件带人的" in seen and "这就请版主看" not in seen


def test_what_nobody_decides_lapses_with_a_line() -> None:
    stage = titled_stage()
    passed(stage, stage.zhou)
    stage.advance(15 * DAY_S)
    assert "没有人定，作罢了" in cards(stage)[0].text and not cards(stage)[0].buttons
    assert [one for one in stage.said(stage.staff) if "作品头衔到时间还没人定" in plain(one)]


def test_a_reversal_makes_a_proposal_moot_and_a_title_a_question_that_takes_a_reason() -> None:
    stage = titled_stage()
    passed(stage, stage.zhou)
    undo(stage, newest(stage, stage.zhou, "submission").id)
    noticed(stage)
    assert "现在不用处理" in cards(stage)[0].text and not cards(stage)[0].buttons
    stage = given()
    stage.evening()
    undo(stage, newest(stage, stage.zhou, "submission").id)
    noticed(stage)
    asked = cards(stage)[-1]
    assert "周舟 在视频方向的“新锐创作者”不够条件了" in plain(asked.text) and held(stage, stage.zhou) == "rising"
    written(stage, stage.mo, asked, "收回", "这件作品不是自己拍的")
    assert held(stage, stage.zhou) == "" and "莫莫 收回了" in plain(asked.text)
    stage.evening()
    [told] = [one for one in stage.said(stage.zhou) if "“新锐创作者”先收回了" in one]
    assert "这件作品不是自己拍的" in told and sound(stage)
    why = said(stage, stage.zhou, "/why 新锐创作者")
    assert "新锐创作者（视频）" in why and "视频方向 1 件作品通过，版主给的" in why
    assert "收回了，版主的话：这件作品不是自己拍的" in why and "还差 1 件" in why


def test_what_staff_leave_to_them_is_not_asked_again_soon() -> None:
    stage = given()
    undo(stage, newest(stage, stage.zhou, "submission").id)
    noticed(stage)
    asked = cards(stage)[-1]
    stage.press(stage.mo, asked, "给 TA 留着")
    assert held(stage, stage.zhou) == "rising" and "给 TA 留着" in asked.text
    before = len(cards(stage))
    stage.advance(5 * DAY_S)
    everybody(stage)
    noticed(stage)
    assert len(cards(stage)) == before


def test_by_hand_a_title_is_given_and_taken_with_a_reason_and_nothing_is_proposed_right_after() -> None:
    stage = titled_stage()
    assert "这样写：/title" in said(stage, stage.mo, f"/title {stage.zhou.id} 视频 大师 因为")
    assert "新锐创作者 → " not in said(stage, stage.mo, f"/title {stage.zhou.id} 视频 特约创作者 冬测的片子")
    assert held(stage, stage.zhou) == "invited" and sound(stage)
    assert "已经是“特约创作者”了" in said(stage, stage.mo, f"/title {stage.zhou.id} video invited 再来")
    assert "特约创作者" in said(stage, stage.mo, f"/title {stage.zhou.id}")
    stage.evening()
    assert [one for one in stage.said(stage.zhou) if "你是特约创作者（视频）" in plain(one) and "冬测的片子" in one]
    passed(stage, stage.zhou)
    said(stage, stage.mo, f"/title {stage.zhou.id} 视频 收回 片子是别人剪的")
    assert held(stage, stage.zhou) == "" and sound(stage)
    noticed(stage)
    assert not cards(stage)
    assert (
        "看别人" in said(stage, stage.lin, f"/title {stage.zhou.id} 视频 特约创作者 好看")
        or held(stage, stage.zhou) == ""
    )


def test_who_was_given_and_asked_back_before_the_evening_hears_of_nothing() -> None:
    stage = given()
    said(stage, stage.mo, f"/title {stage.zhou.id} 视频 收回 给错人了")
    stage.evening()
    assert not [one for one in stage.said(stage.zhou) if "从今天起" in one or "头衔改了" in one]


def test_a_title_stands_on_the_card_until_it_is_hidden_and_beside_the_name_by_choice() -> None:
    stage = given()
    zhou, lin, occasion = stage.member(stage.zhou), stage.member(stage.lin), stage.occasion()
    assert [one.title for one in stage.do(lambda tx: card_of(tx, lin, zhou, occasion)).titles] == ["新锐创作者"]
    shown = stage.do(lambda tx: tag_actions.title_of(tx, zhou, stage.programme, "zh"))
    assert shown != "新锐创作者", "only by choice"
    said(stage, stage.zhou, "/tag")
    stage.press(stage.zhou, stage.last(stage.zhou), "新锐创作者（视频）")
    assert stage.do(lambda tx: tag_actions.title_of(tx, zhou, stage.programme, "zh")) == "新锐创作者"
    stage.do(lambda tx: members.give_role(tx, zhou.id, Role.MENTOR, lin.id, 0))
    assert stage.do(lambda tx: tag_actions.title_of(tx, zhou, stage.programme, "zh")) == "导师"
    assert "你选的“新锐创作者”排在后面，先显示“导师”" in said(stage, stage.zhou, "/tag")
    said(stage, stage.zhou, "/card hide 作品头衔")
    assert not stage.do(lambda tx: card_of(tx, lin, zhou, occasion)).titles
    stage.do(lambda tx: members.take_role(tx, zhou.id, Role.MENTOR))
    said(stage, stage.zhou, "/tag")
    assert any("新锐创作者（视频）" in label for label in labels(stage.last(stage.zhou)))
    stage.press(stage.zhou, stage.last(stage.zhou), next(x for x in labels(stage.last(stage.zhou)) if "新锐" in x))
    assert stage.do(lambda tx: tag_actions.title_of(tx, zhou, stage.programme, "zh")) != "新锐创作者"


def test_a_title_that_is_renamed_is_still_held_and_who_may_do_something_by_it_is_told() -> None:
    stage = given()
    zhou = stage.member(stage.zhou).id
    renamed = replace(LADDER, titles=(replace(LADDER.titles[0], title=Wording("影像新人")), *LADDER.titles[1:]))
    stage.restart(Programme(track_titles=renamed))
    assert "影像新人" in said(stage, stage.zhou, "/title")

    def enough(key: str, track: SkillTrack | None) -> bool:
        found: bool = stage.do(lambda tx: track_titles.has_at_least(tx, zhou, key, renamed, track))
        return found

    assert "🎨 影像新人（视频）　怎么来的" in said(stage, stage.zhou, "/why 影像新人")
    assert "转场练习" in stage.last(stage.zhou).text
    assert enough("rising", VIDEO) and enough("rising", None)
    assert not enough("rising", SkillTrack.PHOTO) and not enough("senior", VIDEO) and not enough("gone", None)


def test_titles_that_nobody_gave_are_named_by_the_audit() -> None:
    stage = given()
    stage.do(lambda tx: tx.run("UPDATE title_proposal SET state = 'lapsed', settled_by = NULL"))
    assert not sound(stage)


def test_a_title_that_is_gone_from_the_configuration_is_said_to_the_owner() -> None:
    stage = given()
    stage.restart(Programme(track_titles=replace(LADDER, titles=LADDER.titles[1:])))
    assert "有 1 位成员的作品头衔是 rising，配置里没有它了" in said(stage, stage.owner, "/doctor")
    told = said(stage, stage.zhou, "/title")
    assert "原来的头衔现在不设了，作品都还算数" in told and "还没有头衔" not in told
