"""Two of the staff decide about the same person at the same moment: the second sees what the first has given before anything."""

from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage.fairness import sanctions
from tests.handlers.fairness.test_sanction import ask
from tests.stage import Stage

ASKED, LABEL = "/mute @zhou 2h 第2条 刷屏", "禁言 2 小时"


def given(stage: Stage) -> int:
    zhou = stage.member(stage.zhou).id
    return stage.do(lambda tx: sanctions.tally(tx, zhou)).given


def pressed(stage: Stage, *pairs: tuple[Person, Message]) -> list[str]:
    """They press in the same second; what the toasts say."""
    queries = [person.press(card, LABEL) for person, card in pairs]
    stage.play()
    answers = [stage.world.presses[query].answer for query in queries]
    return [answer.text if answer else "" for answer in answers]


def test_a_second_mute_in_the_same_second_is_not_given_before_the_first_was_seen(stage: Stage) -> None:
    mine, theirs = ask(stage, ASKED), ask(stage, ASKED, by=stage.owner)
    first, second = pressed(stage, (stage.mo, mine), (stage.owner, theirs))
    assert (first, "刚刚有人处理过" in second, given(stage)) == ("", True, 1)
    assert "此前共 1 次" in theirs.text and theirs.buttons
    assert len([said for said in stage.said(stage.zhou) if "先不能发言" in said]) == 1


def test_whoever_still_wants_it_presses_once_more(stage: Stage) -> None:
    mine, theirs = ask(stage, ASKED), ask(stage, ASKED, by=stage.owner)
    pressed(stage, (stage.mo, mine), (stage.owner, theirs))
    stage.press(stage.owner, theirs, LABEL)
    assert given(stage) == 2
