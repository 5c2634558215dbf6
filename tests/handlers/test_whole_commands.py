"""A command that says everything at once answers what the same command had asked: the next words go nowhere unforeseen."""

import pytest

from rules.shop.reward import RewardKind
from rules.values import replace
from tests.databases import rows
from tests.handlers.offers.eventing import announced
from tests.handlers.offers.test_attendance import code, running
from tests.handlers.test_asked_twice import ordered, told
from tests.handlers.works.test_result import LINK, passed
from tests.shopping import KEYRING, put_up
from tests.stage import Stage

WASH = replace(KEYRING, title="洗车券", kind=RewardKind.CODE, per_member=0)


def asked(stage: Stage) -> list[str]:
    """What waits to be answered, by whomever."""
    return [row.prompt for row in rows(stage.connection, "SELECT prompt FROM dialogue WHERE previewed = 0")]


@pytest.mark.parametrize(
    ("first", "whole"),
    [
        ("/codes 1", "/codes 1\nXT-1\nXT-2"),
        ("/grants 周末到场", "/grants 周末到场\n@lin 5"),
        ("/contact", "/contact 群公告能置顶吗"),
        ("/broadcast", "/broadcast 明天见"),
    ],
)
def test_what_a_whole_command_said_is_not_asked_any_more(stage: Stage, first: str, whole: str) -> None:
    put_up(stage, WASH, given=())
    told(stage, stage.owner, first)
    assert len(asked(stage)) == 1
    told(stage, stage.owner, whole)
    assert asked(stage) == []


def test_somebody_chosen_on_a_list_ends_the_question_for_the_list(stage: Stage) -> None:
    twin = stage.world.person("林晓", username="lin2")
    twin.join(stage.group)
    stage.play()
    told(stage, stage.owner, "/grants 周末到场\n林晓 5")
    assert asked(stage) == ["batch.list"]
    stage.press(stage.owner, stage.last(stage.owner), stage.last(stage.owner).buttons[0][0].text)
    assert ("5 分" in stage.last(stage.owner).text, asked(stage)) == (True, [])


def test_what_else_was_asked_is_reminded_of_after_a_whole_command(stage: Stage) -> None:
    put_up(stage)
    ordered(stage, stage.lin)
    stage.press(stage.owner, stage.last(stage.staff), "退回")
    told(stage, stage.owner, "/grants 周末到场", "/grants 周末到场\n@zhou 5")
    assert "“退回的原因”（#1）还没弄完" in stage.last(stage.owner).text


def test_a_report_in_one_line_ends_the_question_for_that_work(stage: Stage) -> None:
    passed(stage)
    told(stage, stage.lin, "/result 1", f"/result 1 {LINK} 赞 3")
    assert asked(stage) == []


def test_a_code_behind_the_command_ends_the_question_for_the_code(stage: Stage) -> None:
    running(stage, stage.lin)
    said = code(stage)
    told(stage, stage.lin, "/here", f"/here {said}")
    assert asked(stage) == []


def test_a_reason_behind_the_command_ends_the_question_for_the_reason(stage: Stage) -> None:
    announced(stage)
    told(stage, stage.mo, "/cancelevent 1", "/cancelevent 1 场地没定")
    assert asked(stage) == []
