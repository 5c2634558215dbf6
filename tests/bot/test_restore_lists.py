"""Lists for the staff and news of the shop that went out after the backup: left to staff, and never told again by themselves."""

from pathlib import Path

import pytest

from bot.delivery.consequences import tell_missed
from bot.flow.doubt import Doubted
from rules.stage import Stage as Step
from storage.post import misses
from tests.bot.test_restore import HOUR_S, Restoring
from tests.databases import rows
from tests.handlers.daily.test_support import accepted, morning
from tests.handlers.honour.announcing import crowd, help_people
from tests.handlers.honour.test_award import begin, nominate, voting
from tests.handlers.journey.test_pipeline import put, to_december
from tests.handlers.journey.test_radar import helped, monday
from tests.handlers.journey.test_stage import tuesday
from tests.handlers.shop.test_want import back, redeemed, restocked, wants, warned
from tests.shopping import put_up
from tests.stage import Stage


@pytest.fixture
def restoring(stage: Stage, tmp_path: Path) -> Restoring:
    return Restoring(stage, tmp_path)


def _said(stage: Stage, words: str) -> list[str]:
    """What staff read with these words."""
    return [text for text in stage.said(stage.staff) if words in text]


def _left(stage: Stage, done: Doubted) -> str:
    """What waits for a decision of the staff is listed before them; that message."""
    assert done.letters == stage.do(misses.count) == 1
    stage.do(lambda tx: tell_missed(tx, int(stage.clock.now()), stage.words))
    stage.play()
    return stage.last(stage.staff).text


def test_who_read_that_it_is_there_again_is_not_told_again_unless_staff_say_so(restoring: Restoring) -> None:
    stage = restoring.stage
    put_up(stage, stock=1)
    redeemed(stage, stage.he)
    wants(stage, stage.lin)
    restocked(stage, 10)
    restoring.back_up()
    stage.advance(20 * 60)
    assert len(back(stage, stage.lin)) == 1
    listed = _left(stage, restoring.restore())
    assert "林晓" in listed
    stage.advance(2 * HOUR_S)
    assert len(back(stage, stage.lin)) == 1
    stage.press(stage.mo, stage.last(stage.staff), "再发 1")
    assert len(back(stage, stage.lin)) == 2


def test_that_few_are_left_is_said_once(restoring: Restoring) -> None:
    stage = restoring.stage
    put_up(stage, stock=4)
    redeemed(stage, stage.he)
    restoring.back_up()
    stage.advance(20 * 60)
    assert len(warned(stage)) == 1
    restoring.restore()
    stage.advance(2 * HOUR_S)
    assert len(warned(stage)) == 1


def test_the_radar_of_the_week_is_left_to_staff(restoring: Restoring) -> None:
    stage = restoring.stage
    helped(stage)
    restoring.back_up()
    assert len(monday(stage)) == 1
    assert "苗子雷达" in _left(stage, restoring.restore())
    assert len(monday(stage)) == 2  # the list of what may not have arrived begins as it does


def test_a_stage_is_proposed_once(restoring: Restoring) -> None:
    stage = restoring.stage
    help_people(stage, stage.zhou, crowd(stage, 5))
    restoring.back_up()
    [first] = tuesday(stage)
    restoring.restore()
    stage.advance(180)
    assert tuesday(stage) == [first]


def test_help_that_is_due_is_listed_once(restoring: Restoring) -> None:
    stage = restoring.stage
    accepted(stage)
    morning(stage, 6)
    stage.advance(HOUR_S)
    restoring.back_up()
    morning(stage, 1)
    told = _said(stage, "支持")
    restoring.restore()
    stage.advance(600)
    assert [text for text in _said(stage, "支持") if "可能" not in text] == told


def test_the_pipeline_of_the_month_is_left_to_staff(restoring: Restoring) -> None:
    stage = restoring.stage
    put(stage, stage.he, Step.SPROUT, 0)

    restoring.back_up()
    to_december(stage)
    assert len(_said(stage, "各阶段")) == 1
    restoring.restore()
    stage.advance(180)
    assert sum("苗子期 1 位" in text for text in _said(stage, "各阶段")) == 1


def test_a_vote_that_lacks_what_was_voted_since_is_named_to_staff(restoring: Restoring) -> None:
    stage = restoring.stage
    ballot = voting(stage)
    stage.press(stage.lin, ballot, "何川")
    restoring.back_up()
    stage.press(stage.he, ballot, "周舟")
    assert restoring.restore().awards == 1
    stage.play()
    [told] = _said(stage, "正在评的奖")
    assert "“年度热心用户”正在投票" in told and "再点一次" in told
    for person, name in ((stage.lin, "何川"), (stage.he, "周舟")):
        stage.press(person, ballot, name)
    assert rows(stage.connection, "SELECT count(*) FROM vote") == [(2,)]


def test_a_round_that_takes_nominations_is_named_as_well(restoring: Restoring) -> None:
    stage = restoring.stage
    begin(stage)
    restoring.back_up()
    nominate(stage, stage.lin, stage.he)
    assert restoring.restore().awards == 1
    stage.play()
    [told] = _said(stage, "正在评的奖")
    assert "“年度热心用户”正在提名" in told and "再提一次" in told


def test_without_an_award_that_runs_nothing_is_said_of_awards(restoring: Restoring) -> None:
    stage = restoring.stage
    restoring.back_up()
    assert restoring.restore().awards == 0
    stage.play()
    assert _said(stage, "正在评的奖") == []
