"""What a question was about is gone meanwhile: its answer is told so once, and the words after it are no answer."""

from collections.abc import Callable

import pytest

from sandbox.world.people import Person
from tests.databases import rows
from tests.handlers.test_asked_twice import told
from tests.handlers.works.desk import published
from tests.handlers.works.test_result import asked, passed, reported
from tests.stage import Stage


def sent_meanwhile(stage: Stage) -> Person:
    """The owner was asked when, and sent it now."""
    told(stage, stage.owner, "/broadcast 明天见")
    card = stage.last(stage.owner)
    stage.press(stage.owner, card, "定个时间")
    stage.press(stage.owner, card, "现在发")
    return stage.owner


def closed_meanwhile(stage: Stage) -> Person:
    """The challenge whose work Lin was asked for was closed."""
    published(stage)
    told(stage, stage.lin, "/submit 1")
    told(stage, stage.mo, "/closechallenge 1")
    stage.press(stage.mo, stage.last(stage.mo), stage.last(stage.mo).buttons[0][0].text)
    return stage.lin


def looked_at_meanwhile(stage: Stage) -> Person:
    """Somebody else has looked at the figures that Rui was about to put right."""
    passed(stage)
    reported(stage)
    [card] = asked(stage)
    stage.press(stage.rui, card, "改数字")
    stage.press(stage.mo, card, "对得上")
    return stage.rui


GONE = (sent_meanwhile, closed_meanwhile, looked_at_meanwhile)


@pytest.mark.parametrize("gone", GONE)
def test_who_was_asked_about_what_is_gone_hears_it_once(stage: Stage, gone: Callable[[Stage], Person]) -> None:
    person = gone(stage)
    mine = f"SELECT prompt FROM dialogue WHERE previewed = 0 AND member = {stage.member(person).id}"
    assert len(rows(stage.connection, mine)) == 1
    told(stage, person, "明晚8点 赞 5")
    answer = stage.last(person)
    assert "不用写了" in answer.text
    assert ([row.prompt for row in rows(stage.connection, mine)], "先不弄了" in str(answer.buttons)) == ([], False)
