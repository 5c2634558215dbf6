"""Another ladder: levels put in, taken out and renamed while people and rewards hold them."""

from actions.operations import audit
from actions.shop import reward
from rules.programme.levels import LADDER, Level, Levels
from rules.programme.programme import Programme
from rules.programme.shop import Layer, Shop
from rules.values import replace
from sandbox.world.people import Person
from tests.handlers.fairness.undoing import newest, undo
from tests.handlers.honour.test_me import QUARTER_HOUR, pay, plain
from tests.shopping import KEYRING, put_up
from tests.stage import Stage

NEWCOMER, ACTIVE, SENIOR, ADVISOR = (replace(level, privileges=()) for level in LADDER)
REGULAR = Level("regular", "群里常客", 30)


def climb(*ladder: Level) -> Programme:
    return Programme(levels=Levels(ladder), shop=Shop(layers=(Layer("entry", "好礼"),)))


def settled(stage: Stage) -> None:
    """Whatever is to be told has been told, and the books are right."""
    stage.advance(QUARTER_HOUR)
    stage.evening()
    audited(stage)


def audited(stage: Stage) -> None:
    report = stage.do(lambda tx: audit.verify(tx, stage.programme))
    assert report.ok, report.problems


def anew(stage: Stage, *ladder: Level) -> None:
    """The bot starts with that ladder a minute later."""
    stage.advance(60)
    stage.restart(climb(*ladder))


def climbs(stage: Stage) -> list[str]:
    """The news of those who climbed, in the group."""
    return [plain(text) for text in stage.said(stage.group) if "晋级" in text]


def told(stage: Stage, person: Person) -> list[str]:
    return [plain(text) for text in stage.said(person)]


def test_a_level_put_in_between_congratulates_those_who_reach_it_and_nobody_else(stage: Stage) -> None:
    for person, points in ((stage.lin, 100), (stage.zhou, 40), (stage.he, 20)):
        pay(stage, person, points)
    settled(stage)
    before = told(stage, stage.lin), told(stage, stage.he), len(climbs(stage))
    assert "你升到“活跃车友”了" in before[0][-1]
    anew(stage, NEWCOMER, REGULAR, ACTIVE, SENIOR)
    settled(stage)
    assert (told(stage, stage.lin), told(stage, stage.he)) == before[:2]
    assert "你升到“群里常客”了" in told(stage, stage.zhou)[-1]
    [news] = climbs(stage)[before[2] :]
    assert "新晋车友 → 群里常客" in news
    assert "林晓" not in news
    assert [stage.member(one).level for one in (stage.lin, stage.zhou)] == ["active", "regular"]
    audited(stage)


def test_a_level_put_in_below_the_first_leaves_everybody_where_they_were(stage: Stage) -> None:
    pay(stage, stage.lin, 100)
    pay(stage, stage.zhou, 40)
    settled(stage)
    before = [told(stage, one) for one in stage.everyone]
    anew(stage, Level("guest", "访客", 0), Level("newcomer", "新晋车友", 10), ACTIVE)
    settled(stage)
    assert [told(stage, one) for one in stage.everyone] == before
    assert [stage.member(one).level for one in (stage.lin, stage.zhou, stage.he)] == ["active", "newcomer", "newcomer"]
    audited(stage)


def test_another_title_or_key_congratulates_nobody(stage: Stage) -> None:
    pay(stage, stage.lin, 100)
    settled(stage)
    before = told(stage, stage.lin), climbs(stage)
    anew(stage, NEWCOMER, Level("active", "活力车友", 60))
    settled(stage)
    anew(stage, NEWCOMER, Level("lively", "热心车友", 60))
    settled(stage)
    assert (told(stage, stage.lin), climbs(stage)) == before
    stage.lin.say(stage.world.private(stage.lin), "/levels")
    stage.play()
    assert "▶ 热心车友" in stage.last(stage.lin).text
    assert stage.member(stage.lin).level == "lively"


def test_whose_level_is_taken_out_stands_where_the_thresholds_say_and_climbs_from_there(stage: Stage) -> None:
    pay(stage, stage.lin, 400)
    settled(stage)
    before = told(stage, stage.lin), climbs(stage)
    anew(stage, NEWCOMER, ACTIVE, ADVISOR)
    settled(stage)
    assert (told(stage, stage.lin), climbs(stage)) == before
    assert stage.member(stage.lin).level == "active"
    stage.clock.advance(1)
    pay(stage, stage.lin, 800)
    settled(stage)
    assert "你到了最高一级：“领航顾问”" in told(stage, stage.lin)[-1]
    assert "活跃车友" in climbs(stage)[-1]


def test_news_of_a_level_that_is_gone_before_it_was_told_is_moot(stage: Stage) -> None:
    pay(stage, stage.lin, 400)
    anew(stage, NEWCOMER, ACTIVE)
    settled(stage)
    assert climbs(stage) == []
    assert stage.member(stage.lin).level == "active"


def test_a_level_that_is_lost_before_it_was_told_is_told_when_it_is_reached_again(stage: Stage) -> None:
    stage.owner.say(stage.staff, "/grant @lin 60 夜里拖车")
    stage.play()
    undo(stage, newest(stage, stage.lin, "grant").id)
    assert stage.member(stage.lin).level == "newcomer"
    settled(stage)
    assert not any("升到" in text for text in told(stage, stage.lin))
    pay(stage, stage.lin, 60)
    settled(stage)
    assert any("你升到“活跃车友”了" in text for text in told(stage, stage.lin))


def test_a_reward_that_asked_for_a_level_or_layer_that_is_gone_asks_for_the_nearest(stage: Stage) -> None:
    shown = put_up(stage, replace(KEYRING, layer="ultimate", level="senior"))
    anew(stage, NEWCOMER, ACTIVE, Level("expert", "行家", 500))
    moved = stage.do(lambda tx: reward.get(tx, shown.id))
    assert (moved.terms.layer, moved.terms.level) == ("entry", "expert")
    assert moved.version == shown.version + 1, "whoever was shown the former terms is told before confirming"
    anew(stage, NEWCOMER, ACTIVE, Level("expert", "行家", 500))
    again = stage.do(lambda tx: reward.get(tx, shown.id))
    assert again == moved
