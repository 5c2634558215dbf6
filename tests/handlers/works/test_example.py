"""The examples of a theme, shown to whoever opens the challenge."""

from sandbox.world.messages import Message
from sandbox.world.people import Person
from tests.handlers.works.desk import handed_in, labels, published, reviewed
from tests.handlers.works.test_look import THEME
from tests.handlers.works.test_media_kit import published_with_files
from tests.stage import Stage


def opened(stage: Stage, person: Person, number: int = 2) -> list[Message]:
    """What stands in private once the challenge was opened there."""
    private = stage.world.private(person)
    person.say(private, f"/challenge {number}")
    stage.play()
    return stage.messages(private)


def test_works_named_by_number_or_by_their_message_are_shown_with_their_authors_and_stand_there_once(
    stage: Stage,
) -> None:
    published(stage)
    work = handed_in(stage, stage.lin, 1)
    reviewed(stage, "通过", "开头抓人")
    link = f"https://t.me/c/{str(stage.group.id)[4:]}/{work.id}"
    published(stage, f"{THEME}\n参考：\n{link}\nhttps://example.com/9")
    shown = opened(stage, stage.zhou)
    examples = [message for message in shown if message.media]
    assert len(examples) == 1
    assert "林晓" in examples[0].text
    assert "剪了三遍" in examples[0].text
    assert "先看看" not in examples[0].text
    assert len([message for message in opened(stage, stage.zhou) if message.media]) == 1


def test_a_work_that_is_not_for_everybody_is_not_shown(stage: Stage) -> None:
    published(stage)
    handed_in(stage, stage.lin, 1)
    published(stage, f"{THEME}\n参考：\n作品 1")
    assert not [message for message in opened(stage, stage.zhou) if message.media]
    assert "作品 1" in stage.last(stage.zhou).text


def test_files_of_the_staff_are_examples_of_a_theme_and_a_group_leads_to_them(stage: Stage) -> None:
    published_with_files(stage, b"one", form=THEME)
    assert len([message for message in opened(stage, stage.zhou, 1) if message.media]) == 1
    stage.zhou.say(stage.group, "/challenge 1")
    stage.play()
    assert "看范例" in labels(stage.whispers(stage.zhou)[-1])
