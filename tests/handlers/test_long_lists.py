"""Lists that grow: what does not fit on the first page stands on the next one, in the same message."""

import pytest

from handlers.operations import broadcast
from handlers.works import challenge, review
from sandbox.world.chats import Chat
from sandbox.world.messages import Message
from sandbox.world.people import Person
from tests.handlers.works.desk import STANDARD, handed_in, published
from tests.stage import Stage

LATER, EARLIER = "下一页 ›", "‹ 上一页"
NAMES = ("甲号", "乙号", "丙号")


def stands_on_two_pages(stage: Stage, person: Person, command: str, names: tuple[str, ...], where: Chat) -> Message:
    """Two of the names stand on the first page, the third on the second; what is shown in the end is the second."""
    person.say(where, command)
    stage.play()
    shown = stage.last(where)
    for page, label, there in ((1, LATER, names[:2]), (2, EARLIER, names[2:]), (1, LATER, names[:2])):
        assert [one for one in names if one in shown.text] == list(there), shown.text
        assert f"第 {page}/2 页" in shown.text
        stage.press(person, shown, label)
    assert names[2] in shown.text and names[0] not in shown.text
    return shown


def three_challenges(stage: Stage) -> list[int]:
    """Three that end on the same day."""
    return [published(stage, STANDARD.replace("转场练习", name)) for name in NAMES]


def test_a_member_reaches_every_challenge_and_reviewers_all_that_waits(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(challenge, "IN_LIST", 2)
    monkeypatch.setattr(review, "IN_LIST", 2)
    numbers = three_challenges(stage)
    shown = stands_on_two_pages(stage, stage.lin, "/challenges", NAMES, stage.world.private(stage.lin))
    assert "共 3 个" in shown.text
    for number in numbers:
        handed_in(stage, stage.lin, number, f"work-{number}")
        stage.world.advance(60)
    shown = stands_on_two_pages(stage, stage.rui, "/reviews", NAMES, stage.world.private(stage.rui))
    assert "等待审核（3，" in shown.text


def test_operators_reach_every_planned_announcement(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(broadcast, "IN_LIST", 2)
    private = stage.world.private(stage.owner)
    for hour, name in enumerate(NAMES, 12):
        stage.owner.say(private, f"/broadcast {name}的公告")
        stage.play()
        stage.press(stage.owner, stage.last(stage.owner), "定个时间")
        stage.owner.say(private, f"11-16 {hour}:00")
        stage.play()
    shown = stands_on_two_pages(stage, stage.owner, "/broadcasts", NAMES, private)
    stage.press(stage.owner, shown, "第 3 条")
    assert "丙号的公告" in "".join(stage.said(stage.owner))
