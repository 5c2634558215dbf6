"""Tickets at the staff's desk: what says the same goes on together, promised times are reminded of, the list has pages."""

from sandbox.world.people import Person
from tests.handlers.fairness.test_feedback import card, decide, write
from tests.stage import Stage

HOUR, DAY = 3_600, 86_400


def about(stage: Stage, person: Person, number: int) -> list[str]:
    """What the person has been told of the ticket."""
    return [text for text in stage.said(person) if f"#{number}" in text]


def reminders(stage: Stage) -> list[str]:
    """What reminded the staff of a promised time."""
    return [text for text in stage.said(stage.staff) if "过了答应的时间" in text]


def tickets(stage: Stage) -> str:
    """The list, as a moderator reads it in private."""
    stage.mo.say(stage.world.private(stage.mo), "/tickets")
    stage.play()
    return stage.last(stage.mo).text


def two(stage: Stage) -> None:
    """Two members say the same; the second one's becomes part of the first one's."""
    write(stage, stage.lin, "后排出风口希望能单独关")
    write(stage, stage.zhou, "第二排的风能不能关掉")
    decide(stage, 2, "合并到…", "#1")


def test_what_is_merged_is_told_to_its_author_and_goes_on_with_the_other(stage: Stage) -> None:
    two(stage)
    assert "你的 #2 和 #1 说的是同一件事" in about(stage, stage.zhou, 2)[-1]
    assert not [text for text in stage.said(stage.lin) if "同一件事" in text], "nothing has changed for the first one"
    stage.press(stage.mo, card(stage, 1), "讨论中")
    decide(stage, 1, "暂不采纳", "查过了，硬件做不到")
    for person in (stage.lin, stage.zhou):
        assert "硬件做不到" in stage.said(person)[-1]


def test_what_is_part_of_another_one_takes_nobody_in(stage: Stage) -> None:
    two(stage)
    write(stage, stage.he, "后排风口想一个一个关")
    decide(stage, 3, "合并到…", "2")
    assert "#2 已经并入 #1，去那条上处理" in stage.said(stage.mo)[-1]
    assert not [text for text in stage.said(stage.he) if "同一件事" in text]


def test_a_promised_time_is_reminded_of_once_for_each_step(stage: Stage) -> None:
    write(stage, stage.lin, "后排出风口希望能单独关")
    stage.advance(47 * HOUR)
    assert not reminders(stage)
    stage.advance(3 * HOUR)
    [first] = reminders(stage)
    assert first.startswith("⏰ #1 过了答应的时间") and "已收到" in first
    stage.advance(DAY)
    assert len(reminders(stage)) == 1
    stage.press(stage.mo, card(stage, 1), "讨论中")
    stage.advance(14 * DAY - HOUR)
    assert len(reminders(stage)) == 1, "a decision was promised within a fortnight"
    stage.advance(3 * HOUR)
    stage.advance(DAY)
    assert len(reminders(stage)) == 2
    assert "讨论中" in reminders(stage)[-1]


def test_what_is_decided_or_merged_in_time_is_not_reminded_of(stage: Stage) -> None:
    two(stage)
    decide(stage, 1, "暂不采纳", "查过了，硬件做不到")
    for _ in range(4):
        stage.advance(DAY)
    assert not reminders(stage)


def test_the_list_has_pages_and_posts_a_card_again(stage: Stage) -> None:
    for person in (stage.lin, stage.zhou):
        for n in range(5):
            write(stage, person, f"第 {n} 个想法，后排出风口希望能单独关")
    first = tickets(stage)
    assert "#1 " in first and "#8 " in first and "#9 " not in first
    stage.press(stage.mo, stage.last(stage.mo), "下一页")
    second = stage.last(stage.mo)
    assert "#9 " in second.text and "#10 " in second.text and "#8 " not in second.text
    assert "下一页" not in [button.text for row in second.buttons for button in row]
    before = len(stage.messages(stage.staff))
    stage.press(stage.mo, second, "#10")
    assert len(stage.messages(stage.staff)) == before + 1
    assert stage.last(stage.staff).text.startswith("📮 #10")


def test_what_is_merged_or_decided_is_on_the_list_no_more(stage: Stage) -> None:
    two(stage)
    assert "#1 " in tickets(stage) and "#2 " not in tickets(stage)
    decide(stage, 1, "暂不采纳", "查过了，硬件做不到")
    assert "没有等着的" in tickets(stage)
