"""An award, or the level that may vote, is taken out of the configuration while a round is running."""

import pytest

from rules.programme.awards import GIVEN, Awards
from rules.programme.levels import LADDER, Level, Levels
from rules.programme.shop import Layer, Shop
from rules.values import replace
from tests.databases import rows
from tests.handlers.honour.test_award import FEW, begin, evenings, nominate, shortlisted, voting
from tests.stage import Stage

WITHOUT = replace(FEW, awards=Awards(award for award in GIVEN if award.key != "helper"))


def states(stage: Stage) -> list[str]:
    return [state for (state,) in rows(stage.connection, "SELECT state FROM award_round")]


def examined(stage: Stage) -> str:
    stage.owner.say(stage.world.private(stage.owner), "/doctor")
    stage.play()
    return stage.last(stage.owner).text


@pytest.mark.parametrize("voted", [False, True])
def test_a_round_whose_award_is_gone_ends_at_its_time_and_everybody_reads_so(stage: Stage, voted: bool) -> None:
    stage.restart(FEW)
    (voting if voted else begin)(stage)
    asked = next(one for one in stage.messages(stage.group) if "提名" in one.text)
    ballot, cards = stage.last(stage.group), stage.messages(stage.staff)
    stage.restart(WITHOUT)
    assert "奖项“helper”正在评选，可是配置里没有它了" in examined(stage)
    evenings(stage, 7 if voted else 14)
    assert states(stage) == ["called_off"]
    assert "这个奖项不再设了，评选就到这里" in asked.text
    assert ballot.deleted is voted
    assert not [card for card in cards if not card.deleted and card.buttons]
    assert [one for one in stage.said(stage.staff) if "没有奖项“helper”了" in one]
    assert "helper" not in examined(stage)


def test_an_award_that_comes_back_in_time_has_lost_nothing(stage: Stage) -> None:
    stage.restart(FEW)
    vote = voting(stage)
    stage.press(stage.lin, vote, "何川")
    stage.restart(WITHOUT)
    assert "投给了" in stage.press(stage.zhou, vote, "何川")
    stage.restart(FEW)
    evenings(stage, 7)
    assert "何川\u2069：2 票" in vote.text


def test_a_round_whose_award_is_gone_can_be_called_off_at_once(stage: Stage) -> None:
    stage.restart(FEW)
    begin(stage)
    nominate(stage, stage.lin, stage.he)
    card = shortlisted(stage, "何川")
    stage.restart(WITHOUT)
    stage.press(stage.owner, card, "这次不评了")
    assert "这个奖项不再设了" in card.text
    assert states(stage) == ["called_off"]


def test_a_vote_for_a_level_that_is_gone_is_not_for_everybody(stage: Stage) -> None:
    helper = next(award for award in GIVEN if award.key == "helper")
    plain = replace(
        FEW, levels=Levels(replace(level, privileges=()) for level in LADDER), shop=Shop((Layer("entry", "好礼"),))
    )
    stage.restart(replace(plain, awards=Awards([replace(helper, voters="active")])))
    vote = voting(stage)
    fewer = [plain.levels[0], Level("regular", "群里常客", 80), *plain.levels[2:]]
    stage.restart(replace(plain, levels=Levels(fewer), awards=Awards([helper])))
    assert rows(stage.connection, "SELECT level FROM ballot") == [("regular",)]
    assert "群里常客" in stage.press(stage.lin, vote, "何川")
