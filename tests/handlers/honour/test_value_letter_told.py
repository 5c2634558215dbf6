"""What of a month a letter tells besides help and works: what was featured, made, given, and what it opened."""

from actions.works.trust import entrust
from rules.honour.award import RoundState
from rules.people import Role
from rules.programme.trust import TrustStep
from rules.works.challenge import SkillTrack
from sandbox.world.messages import Message
from storage import members
from storage.honour import awards, honours
from storage.works import track_titles
from tests.handlers.daily.test_feature import REASON, featured, found
from tests.handlers.daily.test_support import accepted, card
from tests.handlers.honour.announcing import plain
from tests.handlers.honour.test_value_letter import month_passes, opened
from tests.stage import Stage


def links(message: Message) -> list[str]:
    """Where its words lead."""
    return [entity.url for entity in message.entities if entity.type == "text_link" and entity.url]


def letter(stage: Stage) -> str:
    """Lin's letter of November, once the month is over."""
    month_passes(stage)
    return plain(opened(stage, stage.lin))


def given(stage: Stage) -> None:
    """Within the month staff raised Lin a step, gave two titles of one track and one of another, and a seat."""
    lin, mo, now = stage.member(stage.lin).id, stage.member(stage.mo), int(stage.clock.now())
    for track, title in ((SkillTrack.VIDEO, "senior"), (SkillTrack.VIDEO, "rising"), (SkillTrack.PHOTO, "rising")):
        stage.do(lambda tx, of=track, key=title: track_titles.give(tx, lin, of, key, mo.id, now, "拍得好"))
    stage.do(lambda tx: members.give_role(tx, lin, Role.COUNCIL, mo.id, now))
    entrusted(stage, TrustStep.OPEN)


def entrusted(stage: Stage, step: TrustStep) -> None:
    """Staff put Lin on that step by hand."""
    mo, lin, now = stage.member(stage.mo), stage.member(stage.lin), stage.occasion()
    stage.do(lambda tx: entrust(tx, mo, lin, step, "做得稳", now))


def found_last(stage: Stage) -> Message:
    """What the latest thanks are about."""
    about = stage.last(stage.group).reply_to
    assert about is not None
    return about


def test_a_month_that_was_one_featured_discovery_is_told_as_that(stage: Stage) -> None:
    featured(stage, found(stage))
    stage.press(stage.lin, stage.last(stage.group), "放进频道")
    told = letter(stage)
    assert "入选精选的发现和分享" in told and "外放电接灯串" in told and f"莫莫 说：“{REASON}”" in told
    assert "签到" not in told and "来过" not in told
    assert len(links(stage.last(stage.lin))) == 2
    assert any("你的发现入选精选了" in text for text in stage.said(stage.lin))


def test_only_the_first_few_are_named_and_none_that_was_taken_back(stage: Stage) -> None:
    share = stage.lin.send(stage.group, photo=b"car", caption="#晒车 洗完第一天")
    stage.play()
    featured(stage, share, reason="光影讲究")
    for used_for in ("烧水泡茶", "给冰箱供电", "接投影放电影", "给另一台车补电"):
        featured(stage, stage.lin.say(stage.group, f"昨晚外放电试着{used_for}，一整夜下来才掉了半度电"))
    stage.mo.say(stage.group, "/unfeature 和上一条重复", reply_to=found_last(stage))
    stage.play()
    told = letter(stage)
    assert told.count(REASON) == 3 and "另外还有 1 条" in told


def test_a_picture_without_words_is_told_by_why_it_was_featured(stage: Stage) -> None:
    picture = stage.lin.send(stage.group, photo=b"car", caption="#晒车")
    stage.play()
    featured(stage, picture, reason="光影讲究")
    assert "分享，莫莫 说：“光影讲究”" in letter(stage)


def test_an_idea_that_became_a_work_is_told_until_it_turns_out_not_to_be_done(stage: Stage) -> None:
    accepted(stage)
    stage.press(stage.mo, card(stage), "做好了，贴链接")
    stage.mo.say(stage.world.private(stage.mo), "https://example.com/film")
    stage.play()
    told = letter(stage)
    assert f"{REASON}：莫莫 帮忙，做成了" in told and "https://example.com/film" in links(stage.last(stage.lin))
    stage.press(stage.mo, card(stage), "还没做好")
    stage.lin.say(stage.world.private(stage.lin), "/letter")
    stage.play()
    assert "做成了" not in stage.last(stage.lin).text


def test_an_award_is_told_with_its_citation(stage: Stage) -> None:
    stage.lin.say(stage.group, "签到")
    stage.play()
    lin, mo, now = stage.member(stage.lin).id, stage.member(stage.mo).id, int(stage.clock.now())
    begun = stage.do(lambda tx: awards.add(tx, "helper", 2026, mo, now, now))
    assert begun is not None
    stage.do(lambda tx: awards.move(tx, begun, RoundState.GIVEN))
    stage.do(
        lambda tx: honours.add(tx, begun.id, "helper", "年度热心用户", 2026, lin, "半夜有人求助，总有她。", mo, now)
    )
    told = letter(stage)
    assert "2026 年“年度热心用户”：半夜有人求助，总有她。" in told and "/hall" in told


def test_what_the_month_opened_is_told_by_what_can_be_done_with_it(stage: Stage) -> None:
    stage.lin.say(stage.group, "签到")
    stage.play()
    given(stage)
    told = letter(stage)
    assert "可以接“自由发挥”挑战了" in told and "加入了顾问委员会" in told
    assert "视频的头衔：“资深创作者”" in told and "摄影的头衔：“新锐创作者”" in told
    assert told.count("新锐创作者") == 1


def test_a_step_that_staff_took_back_later_is_not_told(stage: Stage) -> None:
    stage.lin.say(stage.group, "签到")
    stage.play()
    given(stage)
    entrusted(stage, TrustStep.BASE)
    assert "可以接" not in letter(stage)
