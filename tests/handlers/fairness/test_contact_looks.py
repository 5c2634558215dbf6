"""How somebody formats what they write to the staff, or hand in: it is kept where it is shown on, else they hear that it is not."""

from sandbox.text.entities import Entity
from sandbox.world.messages import Message
from tests.handlers.works.desk import published
from tests.shopping import tell
from tests.stage import Stage


def kinds(message: Message) -> set[str]:
    return {one.type for one in message.entities}


def shown(message: Message, one: Entity) -> str:
    """The words that look like that; Telegram counts in UTF-16."""
    return message.text.encode("utf-16-le")[2 * one.offset : 2 * (one.offset + one.length)].decode("utf-16-le")


def test_bold_words_links_and_spoilers_reach_the_staff_and_come_back(stage: Stage) -> None:
    private = stage.world.private(stage.lin)
    said = "/contact 急！看这里，密码是 1234"
    looks = [
        Entity("bot_command", 0, 8),
        Entity("bold", 9, 2),
        Entity("text_link", 11, 3, url="https://example.com/a"),
        Entity("spoiler", 15, 8),
    ]
    stage.lin.say(private, said, entities=looks)
    stage.play()
    card = stage.last(stage.staff)
    assert "急！看这里，密码是 1234" in card.text
    assert {"bold", "text_link", "spoiler"} <= kinds(card)
    stage.mo.say(stage.staff, "收到，别急", reply_to=card, entities=[Entity("bold", 0, 2)])
    stage.play()
    told = stage.last(stage.lin)
    assert "收到" in [shown(told, one) for one in told.entities if one.type == "bold"]


def test_a_work_says_that_how_it_looks_is_not_kept(stage: Stage) -> None:
    published(stage)
    stage.lin.start("submit-1")
    stage.play()
    stage.lin.say(stage.world.private(stage.lin), "答案是后轮", entities=[Entity("spoiler", 3, 2)])
    stage.play()
    told, preview = stage.said(stage.lin)[-2:]
    assert "遮挡这些样式没有保留" in told
    assert "答案是后轮" in preview


def test_plain_words_are_not_spoken_of(stage: Stage) -> None:
    published(stage)
    stage.lin.start("submit-1")
    stage.play()
    tell(stage, stage.lin, "答案是后轮")
    stage.play()
    assert "样式" not in "".join(stage.said(stage.lin)[-2:])
