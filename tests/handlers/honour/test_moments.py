"""Every moment of the table is told once, whatever evenings follow, and none of what was before the first start."""

from collections.abc import Callable

import pytest

from rules.honour.keepsake import TOLD_AT_ONCE, Keepsake
from rules.programme.keepsakes import Keepsakes
from rules.programme.programme import Programme
from rules.programme.streak import Streak
from rules.stage import Stage as Step
from sandbox.world.people import Person
from storage import members, stages
from tests.handlers.daily.asking import ask, solved
from tests.handlers.daily.test_feature import featured, found
from tests.handlers.honour.announcing import crowd, help_people, trusting
from tests.handlers.shop.test_want import redeemed as bought
from tests.handlers.works.desk import handed_in, published, reviewed
from tests.shopping import put_up
from tests.stage import Stage
from tests.talking import talked

DAY_S = 86_400
Story = Callable[[Stage], Person]


def thanked(stage: Stage) -> Person:
    help_people(stage, stage.lin, [stage.zhou])
    return stage.lin


def accepted(stage: Stage) -> Person:
    solved(stage, stage.lin, stage.zhou)
    return stage.zhou


def found_again(stage: Stage) -> Person:
    solved(stage, stage.lin, stage.zhou)
    ask(stage, stage.he)
    stage.press(stage.he, stage.last(stage.group), "👌 就是它，解决了")
    return stage.zhou


def asked(stage: Stage) -> Person:
    ask(stage, stage.lin)
    return stage.lin


def worked(stage: Stage) -> Person:
    handed_in(stage, stage.lin, published(stage))
    return stage.lin


def returned(stage: Stage) -> Person:
    worked(stage)
    reviewed(stage, "退回修改", "声音可以再大些")
    return stage.lin


def improved(stage: Stage) -> Person:
    returned(stage)
    handed_in(stage, stage.lin, 1, photo=b"better")
    reviewed(stage, "通过", "开头抓人")
    return stage.lin


def picked(stage: Stage) -> Person:
    featured(stage, found(stage))
    return stage.lin


def checked_in(stage: Stage, days: int) -> Person:
    for _ in range(days):
        stage.lin.say(stage.group, "签到")
        stage.play()
        stage.advance(DAY_S)
    return stage.lin


def shielded(stage: Stage) -> Person:
    help_people(stage, stage.lin, crowd(stage, stage.programme.streak.helps_per_shield))
    return stage.lin


def ended(stage: Stage) -> Person:
    return checked_in(stage, 31)


def came_back(stage: Stage) -> Person:
    stage.lin.say(stage.group, "先走一步")
    stage.play()
    stage.advance(20 * DAY_S)
    stage.lin.say(stage.group, "回来了，群里还是老样子")
    stage.play()
    return stage.lin


def newcomer(stage: Stage) -> Person:
    stage.xin.start()
    stage.play()
    member, group, now = stage.member(stage.xin), stage.community().id, int(stage.clock.now())
    stage.do(lambda tx: members.agree(tx, member.id, 1, now))
    stage.do(lambda tx: talked(tx, group, member.id, 30, now))
    return stage.xin


def grown(stage: Stage, days: int) -> Person:
    person = newcomer(stage)
    stage.advance((days - 1) * DAY_S)
    return person


def helped(stage: Stage) -> Person:
    help_people(stage, stage.lin, crowd(stage, 10))
    return stage.lin


def redeemed(stage: Stage) -> Person:
    put_up(stage)
    bought(stage, stage.lin)
    return stage.lin


STORIES: dict[Keepsake, tuple[Story, str]] = {
    Keepsake.FIRST_THANKS: (thanked, "第一份谢意到账了"),
    Keepsake.FIRST_ACCEPTED: (accepted, "第一次被采纳"),
    Keepsake.FOUND_AGAIN: (found_again, "又帮到一位"),
    Keepsake.FIRST_QUESTION: (asked, "问了第一个问题"),
    Keepsake.FIRST_WORK: (worked, "你交了第一件作品"),
    Keepsake.FIRST_RETURN: (returned, "第一次收到修改建议"),
    Keepsake.PASSED_AFTER_RETURN: (improved, "改到第 2 版，通过了"),
    Keepsake.FIRST_FEATURED: (picked, "第一次入选精选"),
    Keepsake.SHIELD_EARNED: (shielded, "送你 1 枚补签盾"),
    Keepsake.STREAK_ENDED: (ended, "连续 31 天的签到停在了"),
    Keepsake.BACK_AGAIN: (came_back, "又见到你了"),
    Keepsake.PROBATION_OVER: (lambda stage: grown(stage, 7), "新车友观察期过了"),
    Keepsake.THIRTIETH_DAY: (lambda stage: grown(stage, 30), "认识一个月了"),
    Keepsake.ANNIVERSARY: (lambda stage: grown(stage, 365), "满 1 年了"),
    Keepsake.HELPED_MANY: (helped, "你帮过的车友有 10 位了"),
    Keepsake.FIRST_REDEMPTION: (redeemed, "第一次兑换"),
}


def heard(stage: Stage, person: Person, words: str) -> list[str]:
    return [text for text in stage.said(person) if words in text]


def test_the_team_at_their_desk_were_never_away(stage: Stage) -> None:
    for person in (stage.lin, stage.rui):
        person.say(stage.group, "先走一步")
    stage.play()
    stage.advance(20 * DAY_S)
    for person in (stage.lin, stage.rui):
        person.say(stage.group, "回来了，群里还是老样子")
    stage.play()
    stage.evening()
    assert heard(stage, stage.lin, "又见到你了")
    assert not heard(stage, stage.rui, "又见到你了")


def test_each_moment_has_a_story_here_or_is_told_in_the_answer() -> None:
    assert set(STORIES) == set(Keepsake)
    assert set(TOLD_AT_ONCE) == {"first_check_in", "shield_used", "top_level"}


@pytest.mark.parametrize("what", Keepsake)
def test_it_is_told_once_whatever_evenings_follow(what: Keepsake) -> None:
    story, words = STORIES[what]
    stage = trusting()
    person = story(stage)
    for _ in range(6):
        stage.evening()
    stage.restart(stage.programme)
    for _ in range(2):
        stage.evening()
    assert len(heard(stage, person, words)) == 1


@pytest.mark.parametrize(
    "what", [what for what in Keepsake if what not in (Keepsake.STREAK_ENDED, Keepsake.ANNIVERSARY)]
)
def test_what_lies_back_when_the_table_begins_is_not_told_in_a_batch(what: Keepsake) -> None:
    """The evenings of the days on which it happened were without it; a few days later nothing of it is made up for."""
    story, words = STORIES[what]
    stage = trusting()
    stage.programme.schedule["keepsakes"] = ""
    stage.restart(stage.programme)
    person = story(stage)
    for _ in range(4):
        stage.evening()
    assert not heard(stage, person, words), "nobody tells it yet"
    del stage.programme.schedule["keepsakes"]
    stage.restart(stage.programme)
    for _ in range(3):
        stage.evening()
    assert not heard(stage, person, words)


def test_whoever_talks_every_day_was_not_away_when_they_check_in_again() -> None:
    stage = Stage(Programme(keepsakes=Keepsakes(away_days=3), streak=Streak()))
    checked_in(stage, 1)
    stage.evening()
    before = heard(stage, stage.lin, "又见到你了")
    for _ in range(5):
        stage.lin.say(stage.group, "今天也来聊两句")
        stage.play()
        stage.evening()
    checked_in(stage, 1)
    stage.evening()
    assert heard(stage, stage.lin, "又见到你了") == before


def test_a_streak_that_waits_for_who_is_honoured_without_duties_has_not_ended() -> None:
    stage = trusting()
    person = checked_in(stage, 31)
    member, by, now = stage.member(person).id, stage.member(stage.owner).id, int(stage.clock.now())
    stage.do(lambda tx: stages.put(tx, member, Step.ALUMNI, by, now, now))
    for _ in range(7):
        stage.evening()
    assert not heard(stage, person, "停在了")
    checked_in(stage, 1)
    assert "连续 32 天" in said_of_streak(stage)


def said_of_streak(stage: Stage) -> str:
    """What lin reads of it."""
    stage.lin.say(stage.world.private(stage.lin), "/streak")
    stage.play()
    return stage.last(stage.lin).text
