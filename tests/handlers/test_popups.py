"""What answers a press: a popup where the words have room in it, a message where they have not, a hint where to write."""

import pytest

from handlers.call import Call, Chat, ChatKind
from handlers.effects import Toast
from rules.values import replace
from storage.engine.tx import Tx
from storage.post.bodies import AnswerCallbackQuery, SendMessage
from storage.post.letters import Letter
from tests.messages.samples.feedback import TICKET
from tests.stage import Stage


def test_whoever_is_asked_in_private_by_a_button_in_the_group_reads_there_where_to_write() -> None:
    stage = Stage()
    stage.lin.say(stage.group, "/card")
    stage.play()
    assert stage.press(stage.lin, stage.whispers(stage.lin)[-1], "写一句介绍") == "请在私聊里写给我。"
    assert "用一句话介绍自己" in stage.last(stage.lin).text
    stage.lin.say(stage.world.private(stage.lin), "/card")
    stage.play()
    assert stage.press(stage.lin, stage.last(stage.lin), "写一句介绍") == ""


@pytest.mark.parametrize("length", [20, 300])
def test_what_has_no_room_in_a_popup_is_a_message_with_every_word_of_it(length: int) -> None:
    stage = Stage()
    words = "长" * length
    group = Chat(stage.group.id, ChatKind.GROUP, group=stage.community())
    call = Call(stage.member(stage.lin), frozenset(), group, stage.occasion(), None, None)
    ticket = replace(TICKET, words=words, lines=(), merged=())

    def answer(tx: Tx) -> list[Letter]:
        return stage.flow.composer.letters(tx, call, Toast("feedback/card", ticket), "query")

    bodies = [letter.body for letter in stage.do(answer)]
    assert isinstance(bodies[0], AnswerCallbackQuery)
    said = [body.text for body in bodies if isinstance(body, SendMessage)]
    assert bool(said) == (length > 200) == (bodies[0].text is None)
    assert words in (said[0] if said else bodies[0].text or "")


def test_what_a_chosen_name_leads_to_is_a_message_that_can_be_read_again() -> None:
    stage = Stage()
    stage.mo.say(stage.world.private(stage.mo), "/trust 林")
    stage.play()
    assert stage.press(stage.mo, stage.last(stage.mo), "林晓 @lin") == ""
    assert "能接的挑战" in stage.last(stage.mo).text
