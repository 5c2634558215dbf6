"""Who is forgotten chooses no more while a round is open; of one that is over the numbers stand, without their name."""

from rules.people import Role
from sandbox.world.chats import Chat
from sandbox.world.people import Person
from storage import members
from tests.handlers.honour.announcing import plain
from tests.handlers.journey.counselling import core_with, council_stage, pressed, says, seated
from tests.handlers.journey.preferring import FORM, ROUND_S, chooses, last, published
from tests.handlers.operations.test_forgetting import forgotten, problems
from tests.stage import Stage


def chosen(stage: Stage) -> Chat:
    """A round by one criterion in which three have chosen."""
    core = core_with(stage, stage.lin, stage.zhou, stage.he)
    seated(stage, stage.lin, stage.zhou, stage.he)
    published(stage, FORM.replace("方面：\n好看\n实用\n", ""))
    for person, number in ((stage.lin, 1), (stage.zhou, 1), (stage.he, 2)):
        chooses(stage, core, person, number)
    return core


def leaves(stage: Stage, person: Person) -> None:
    """They are no council member any more, and ask to be forgotten."""
    member = stage.member(person).id
    stage.do(lambda tx: members.take_role(tx, member, Role.COUNCIL))
    forgotten(stage, person)


def test_numbers_of_a_round_that_is_over_stand_without_the_name() -> None:
    stage = council_stage()
    core = chosen(stage)
    stage.advance(ROUND_S)
    assert "3 位有票，3 位选了" in last(stage, core)
    leaves(stage, stage.zhou)
    says(stage, stage.he, "/council")
    pressed(stage, stage.he, "选过的设计")
    pressed(stage, stage.he, "冬季脚垫")
    said = plain(stage.last(stage.he).text)
    assert "3 位有票，3 位选了" in said and "周舟" not in said and problems(stage) == []


def test_a_choice_goes_with_who_is_forgotten_while_the_round_is_open() -> None:
    stage = council_stage()
    core = chosen(stage)
    leaves(stage, stage.zhou)
    stage.advance(ROUND_S)
    said = last(stage, core)
    assert "2 位有票，2 位选了" in said and "周舟" not in said and problems(stage) == []
