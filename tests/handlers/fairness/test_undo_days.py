"""A check-in undone: its day, the streak, milestones and shields."""

from actions.daily.checkin import check_in, make_up
from actions.operations import audit
from rules.daily.shield import Shields
from sandbox.world.people import Person
from storage.daily import checkins, shields
from tests.handlers.daily.asking import points
from tests.handlers.fairness.undoing import newest, thanked, undo
from tests.shopping import act
from tests.stage import Stage

DAY_S = 86_400


def days(stage: Stage, count: int) -> list[int]:
    """Check-ins on so many days in a row, the last of them today; the entries that paid them."""
    entries = []
    for day in range(count):
        if day:
            stage.clock.advance(DAY_S)
        entries.append(act(stage, check_in, stage.member(stage.lin)).payment.entry)
    return entries


def streaks(stage: Stage) -> list[int]:
    """The streak that each of Lin's check-ins makes, oldest first."""
    lin, first = stage.member(stage.lin).id, stage.occasion().day.replace(day=1)
    return [made.streak for made in stage.do(lambda tx: checkins.since(tx, lin, first))]


def kept(stage: Stage, person: Person) -> Shields:
    member = stage.member(person).id
    return stage.do(lambda tx: shields.get(tx, member))


def clean(stage: Stage) -> None:
    report = stage.do(lambda tx: audit.verify(tx, stage.programme))
    assert report.ok, report.problems


def test_the_milestone_of_the_day_goes_with_it_and_both_can_be_earned_again(stage: Stage) -> None:
    seventh = days(stage, 7)[-1]
    had = points(stage, stage.lin)
    said = undo(stage, seventh)
    assert "已撤回 2 笔" in said
    assert "11月22日不再算签到，连续 7 天 → 6 天" in said
    assert "里程碑保留" not in said
    assert points(stage, stage.lin) == had - 4 - 10
    stage.lin.say(stage.group, "签到")
    stage.play()
    assert points(stage, stage.lin) == had
    assert streaks(stage) == [1, 2, 3, 4, 5, 6, 7]
    clean(stage)


def test_a_day_in_the_middle_breaks_the_streak_and_takes_nothing_from_the_other_days(stage: Stage) -> None:
    third = days(stage, 9)[2]
    had = points(stage, stage.lin)
    stage.clock.advance(3 * DAY_S)
    said = undo(stage, third)
    assert "已经过了能补的日子" in said
    assert "其他日子得的分不动" in said
    assert points(stage, stage.lin) == had - 3
    assert streaks(stage) == [1, 2, 1, 2, 3, 4, 5, 6]
    stage.evening()
    assert "11月18日那天不再算签到。" in stage.last(stage.lin).text, "nine days later no shield mends it"
    clean(stage)


def test_the_shield_that_bridged_to_the_day_comes_back(stage: Stage) -> None:
    days(stage, 2)
    stage.clock.advance(2 * DAY_S)
    thursday = days(stage, 1)[0]
    lin = stage.member(stage.lin)
    stage.do(lambda tx: shields.put(tx, lin.id, Shields(1, 1)))
    assert act(stage, make_up, lin).streak == 4
    clean(stage)
    said = undo(stage, thursday)
    assert "用掉的补签盾退还" in said
    assert kept(stage, stage.lin) == Shields(1, 1)
    assert streaks(stage) == [1, 2]
    clean(stage)


def test_a_day_mended_meanwhile_gives_the_shield_back_when_it_counts_again(stage: Stage) -> None:
    second = days(stage, 3)[1]
    lin = stage.member(stage.lin)
    stage.do(lambda tx: shields.put(tx, lin.id, Shields(1)))
    undo(stage, second)
    assert streaks(stage) == [1, 1]
    act(stage, make_up, stage.member(stage.lin))
    assert (streaks(stage), kept(stage, stage.lin).have) == ([1, 2, 3], 0)
    clean(stage)
    undo(stage, newest(stage, stage.lin, "checkin").id)
    assert (streaks(stage), kept(stage, stage.lin).have) == ([1, 2, 3], 1)
    clean(stage)


def test_a_thank_undone_takes_back_the_shield_it_completed_but_none_that_mended_a_day(stage: Stage) -> None:
    thanked(stage)
    zhou = stage.member(stage.zhou)
    stage.do(lambda tx: shields.put(tx, zhou.id, Shields(1, 0)))
    said = undo(stage, newest(stage, stage.zhou, "thanks").id)
    assert "补签盾收回，还剩 0 枚" in said
    assert kept(stage, stage.zhou) == Shields(0, 2)
    clean(stage)


def test_a_shield_that_was_used_is_not_asked_back(stage: Stage) -> None:
    thanked(stage)
    zhou = stage.member(stage.zhou)
    stage.do(lambda tx: shields.put(tx, zhou.id, Shields(0, 0)))
    said = undo(stage, newest(stage, stage.zhou, "thanks").id)
    assert "补签盾" not in said
    assert kept(stage, stage.zhou) == Shields(0, 0)


def test_our_reaction_on_the_word_goes_too(stage: Stage) -> None:
    word = stage.lin.say(stage.group, "签到")
    stage.play()
    assert word.reactions
    undo(stage, newest(stage, stage.lin, "checkin").id)
    assert not word.reactions
