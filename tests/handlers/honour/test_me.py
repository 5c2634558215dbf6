"""What people are told of themselves."""

from functools import partial

from actions.ledger import paying
from rules.ledger.ledger import Phase
from rules.programme.levels import Level, Levels
from rules.programme.programme import Programme
from sandbox.world.people import Person
from storage.honour import badges
from storage.ledger import ledger
from tests.stage import Stage


def pay(stage: Stage, person: Person, points: int, reason: str | None = None) -> None:
    member, occasion = stage.member(person), stage.occasion()
    fact = f"{points}:{stage.clock.now()}"
    stage.do(lambda tx: paying.give(tx, member, "grant", fact, occasion, points=points, reason=reason))


def plain(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")


def test_in_a_group_only_the_member_sees_their_figures(stage: Stage) -> None:
    pay(stage, stage.lin, 20, "整理了提车清单")
    stage.lin.say(stage.group, "签到")
    stage.lin.say(stage.group, "我的")
    stage.play()
    [whisper] = stage.whispers(stage.lin)
    told = plain(whisper.text)
    assert stage.said(stage.group) == []
    assert "可用积分　22" in told
    assert "贡献值　22" in told
    assert "连续签到　1 天" in told
    assert "第 1 名（星途车友会）" in told
    assert "+20 分　社群奖励：整理了提车清单" in told
    assert "再攒 38 贡献值，就是“活跃车友”" in told


def test_ones_badges_stand_there_rare_ones_first_and_a_few_of_many(stage: Stage) -> None:
    lin, now = stage.member(stage.lin).id, int(stage.clock.now())
    for n, badge in enumerate(("helped_hundred", "thankful", "streak_7", "first_answer")):
        stage.do(partial(badges.award, member=lin, badge=badge, needs={}, now=now + n))
    stage.lin.say(stage.group, "我的")
    stage.lin.say(stage.world.private(stage.lin), "/card")
    stage.play()
    [whisper] = stage.whispers(stage.lin)
    [line] = [one for one in whisper.text.splitlines() if one.startswith("奖章")]
    titles = {one.key: f"{one.emoji} {one.title}" for one in stage.programme.badges}
    assert (
        line
        == f"奖章　{titles['helped_hundred']}　{titles['first_answer']}　{titles['streak_7']}　还有 1 枚，全部看 /badges"
    )
    stage.zhou.say(stage.group, "我的")
    stage.play()
    [other] = stage.whispers(stage.zhou)
    assert "奖章" not in other.text


def test_what_is_held_for_a_redemption_is_not_counted_as_spendable_and_comes_back(stage: Stage) -> None:
    pay(stage, stage.lin, 50)
    lin, occasion = stage.member(stage.lin), stage.occasion()
    held = stage.do(lambda tx: ledger.hold(tx, lin.id, 30, paying.caused("redeem:1", "redeem", occasion)))
    stage.lin.say(stage.world.private(stage.lin), "积分")
    stage.play()
    told = plain(stage.last(stage.lin).text)
    assert "可用积分　20 分（另有 30 分先占着）" in told
    assert "-30 分　兑换" in told and "占用" not in told
    stage.do(lambda tx: ledger.settle(tx, held.id, Phase.VOID, paying.caused("void:1", "redeem", occasion)))
    stage.lin.say(stage.world.private(stage.lin), "积分")
    stage.play()
    told = plain(stage.last(stage.lin).text)
    assert "可用积分　50 分\n" in told
    assert "+30 分　兑换取消，退回" in told


def test_the_team_reads_that_it_does_not_compete(stage: Stage) -> None:
    stage.mo.say(stage.world.private(stage.mo), "/me")
    stage.play()
    said = stage.last(stage.mo).text
    assert "贡献值照样记，排名和评选不参加" in said
    assert "还没上榜" not in said and "再攒" not in said and "▱" not in said


def test_who_has_nothing_yet_reads_how_to_begin(stage: Stage) -> None:
    stage.xin.say(stage.group, "/me")
    stage.play()
    told = stage.whispers(stage.xin)[-1].text
    assert "还没有记录" in told
    assert "还没上榜" in told


def test_the_ladder_shows_where_one_stands(stage: Stage) -> None:
    pay(stage, stage.lin, 61)
    stage.lin.say(stage.world.private(stage.lin), "/levels")
    stage.play()
    assert "▶ 活跃车友" in stage.last(stage.lin).text


QUARTER_HOUR = 900


def test_those_who_climb_are_told_once_in_one_message_and_each_in_private(stage: Stage) -> None:
    for person in (stage.lin, stage.zhou, stage.xin):
        pay(stage, person, 60)
    stage.advance(QUARTER_HOUR)
    [news] = stage.said(stage.group)
    assert plain(news).count("新晋车友 → 活跃车友") == 3
    assert "林晓" in news
    assert "新新" in news
    stage.advance(QUARTER_HOUR)
    assert len(stage.said(stage.group)) == 1
    stage.evening()
    assert "你升到“活跃车友”了" in stage.last(stage.lin).text
    assert stage.said(stage.xin) == []


def test_two_steps_at_once_are_told_as_one() -> None:
    opening = ("shop_layer:middle",), ("shop_layer:ultimate",)
    levels = Levels(
        (Level("newcomer", "甲", 0), Level("active", "乙", 5, opening[0]), Level("senior", "丙", 10, opening[1]))
    )
    stage = Stage(Programme(levels=levels))
    pay(stage, stage.lin, 6)
    pay(stage, stage.lin, 7)
    stage.advance(QUARTER_HOUR)
    [news] = stage.said(stage.group)
    assert "一路从甲走上来" in news
    assert "丙" in news
    assert "乙" not in news
    stage.evening()
    assert (
        "到了这一级，多了这些：积分商城的“进阶好礼”能兑换；积分商城的“至臻礼遇”能兑换。" in stage.last(stage.lin).text
    )


def test_who_is_not_shown_on_boards_is_congratulated_in_private_alone(stage: Stage) -> None:
    stage.lin.say(stage.group, "/hideme")
    stage.play()
    pay(stage, stage.lin, 60)
    stage.advance(QUARTER_HOUR)
    assert stage.said(stage.group) == []
    stage.evening()
    assert "你升到“活跃车友”了" in stage.last(stage.lin).text


def test_nobody_is_called_out_at_night(stage: Stage) -> None:
    stage.advance(15 * 3600)
    pay(stage, stage.lin, 60)
    stage.advance(7 * 3600)
    assert not any("晋级" in text for text in stage.said(stage.group))
    stage.advance(2 * 3600)
    assert sum("晋级" in text for text in stage.said(stage.group)) == 1
