"""Awards, votes and tags are what decided them says: a sound round passes, and each planted fault is named."""

import pytest

from actions.operations import audit
from rules.rights import Right
from tests.databases import change
from tests.handlers.honour.test_award import FEW, begin, counted, evenings, nominate, shortlisted, voting
from tests.handlers.honour.test_tag import allow, minutes, tag
from tests.stage import Stage


def faults(stage: Stage) -> list[str]:
    """What the audit finds."""
    return [str(problem) for problem in stage.do(lambda tx: audit.verify(tx, stage.programme)).problems]


def ambassador(stage: Stage) -> None:
    """He is honoured by the staff."""
    begin(stage, "荣誉大使")
    nominate(stage, stage.lin, stage.he)
    stage.press(stage.owner, shortlisted(stage, "何川"), "写颁奖词")
    cited(stage)


def cited(stage: Stage) -> None:
    stage.owner.say(stage.world.private(stage.owner), "半夜有人求助，总有他。")
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "颁奖")


def voted(stage: Stage) -> None:
    """He is honoured by a vote."""
    vote = voting(stage)
    for person, name in ((stage.lin, "何川"), (stage.zhou, "何川"), (stage.he, "周舟")):
        stage.press(person, vote, name)
    evenings(stage, 7)
    stage.press(stage.owner, counted(stage), "何川")
    cited(stage)


@pytest.fixture
def honoured(stage: Stage) -> Stage:
    """The bot may set tags; he is an ambassador."""
    allow(stage, {Right.TAGS})
    ambassador(stage)
    minutes(stage)
    return stage


def test_an_award_with_a_tag_is_shown_beside_the_name_and_goes_with_the_award(honoured: Stage) -> None:
    assert tag(honoured, honoured.he) == "荣誉大使"
    assert faults(honoured) == []
    given = next(one for one in reversed(honoured.messages(honoured.staff)) if "已颁给" in one.text)
    honoured.press(honoured.owner, given, "收回这个奖")
    honoured.owner.say(honoured.world.private(honoured.owner), "颁错了人")
    honoured.play()
    honoured.sends(honoured.owner)
    minutes(honoured)
    assert tag(honoured, honoured.he) == ""
    assert faults(honoured) == []


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE award_round SET state = 'called_off'", "award 1: round"),
        ("UPDATE audit SET act = 'award.nominate' WHERE act = 'award.give'", "award 1: decided by a person"),
        ("UPDATE membership SET tag = '冒牌' WHERE tag = '荣誉大使'", "shown: 荣誉大使 expected, 冒牌 found"),
    ],
)
def test_what_no_person_decided_and_a_tag_that_nobody_set_are_found(
    honoured: Stage, statement: str, named: str
) -> None:
    change(honoured.connection, statement)
    assert [fault for fault in faults(honoured) if named in fault]


def test_an_award_against_the_vote_and_another_count_are_found(stage: Stage) -> None:
    stage.restart(FEW)
    voted(stage)
    assert faults(stage) == []
    change(stage.connection, "UPDATE ballot_count SET votes = 3 - votes")
    assert any("vote 1: counted" in fault for fault in faults(stage))
    assert any("award 1: goes with the vote" in fault for fault in faults(stage))


def test_a_badge_that_was_neither_earned_nor_given_is_found(stage: Stage) -> None:
    zhou = stage.member(stage.zhou).id
    change(
        stage.connection,
        "INSERT INTO badge (member, badge, state, needs, at, quiet) VALUES (:zhou, 'founder', 'held', '{}', 0, 1)",
        zhou=zhou,
    )
    assert any("earned or given by hand" in fault for fault in faults(stage))
