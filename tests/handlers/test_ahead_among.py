"""While several questions are open, what is shown says to which it belongs, and a reply decides which is answered."""

from sandbox.world.messages import Message
from sandbox.world.people import Person
from tests.handlers.offers.resourcing import applied, offered, state
from tests.handlers.test_ahead import SEND, an_order_goes_back
from tests.stage import Stage


def say(stage: Stage, person: Person, words: str, to: Message | None = None) -> Message:
    """What the bot shows then."""
    person.say(stage.world.private(person), words, reply_to=to)
    stage.play()
    return stage.last(person)


def test_it_is_named_only_while_something_else_is_asked(stage: Stage) -> None:
    an_order_goes_back(stage)
    assert "退回的原因" not in say(stage, stage.mo, "这一批被提前领完了").text
    say(stage, stage.mo, "/newresource")
    order = stage.messages(stage.mo)[0]
    shown = say(stage, stage.mo, "这一批被提前领完了", order)
    assert shown.text.startswith("“退回的原因”（#1），")


def test_two_of_a_kind_wait_side_by_side_and_each_takes_its_own_words(stage: Stage) -> None:
    offered(stage, "数量：2")
    one, other = applied(stage, stage.lin), applied(stage, stage.zhou)
    stage.press(stage.mo, one, "这次不行")
    first = stage.last(stage.mo)
    stage.press(stage.mo, other, "这次不行")
    stage.advance(60)
    shown = say(stage, stage.mo, "这个月排满了", first)
    assert "林晓" in shown.text and shown.text.startswith("“说给申请人的话”（#")
    newer = say(stage, stage.mo, "下个月再来")
    assert "林晓" in newer.text, "what was answered last is the newest"
    stage.press(stage.mo, newer, SEND)
    assert (state(stage, stage.lin), state(stage, stage.zhou)) == ("declined", "waiting")
    assert "周舟" in say(stage, stage.mo, "下个月一定留给你").text, "the other one still waits"
