"""Drafts by form: however many previews stand open, and however often each is pressed, one is published."""

import pytest

from sandbox.world.messages import Message
from storage import drafts
from tests.handlers.shop.test_reward import FORM
from tests.handlers.works.desk import STANDARD
from tests.shopping import tell
from tests.stage import Stage

KINDS = {
    "challenge": ("/newchallenge", STANDARD, "积分：40", "发布"),
    "reward": ("/newreward", FORM, "价格：150", "上架"),
}


def made(stage: Stage, kind: str) -> int:
    """How many there are."""
    table = {"challenge": "SELECT count(*) FROM challenge", "reward": "SELECT count(*) FROM reward"}[kind]
    count: int = stage.do(lambda tx: tx.value(table))
    return count


def previews(stage: Stage, label: str) -> list[Message]:
    """What can be published by a button of that label."""
    found = stage.messages(stage.owner)
    return [m for m in found if label in [button.text for row in m.buttons for button in row]]


@pytest.mark.parametrize("kind", KINDS)
def test_of_two_previews_of_one_form_the_first_that_is_pressed_is_published(stage: Stage, kind: str) -> None:
    command, form, correction, label = KINDS[kind]
    for words in (command, form):
        tell(stage, stage.owner, words)
        stage.play()
    stage.press(stage.owner, previews(stage, label)[0], "再改改")
    tell(stage, stage.owner, correction)
    stage.play()
    first, second = previews(stage, label)
    stage.press(stage.owner, second, label)
    assert made(stage, kind) == 1
    refused = stage.press(stage.owner, first, label)
    assert "没有再" in refused
    assert "1" in refused
    assert made(stage, kind) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_filled_form_sent_twice_is_published_once(stage: Stage, kind: str) -> None:
    command, form, _, label = KINDS[kind]
    for _ in range(2):
        tell(stage, stage.owner, f"{command} {form}")
    stage.play()
    for preview in previews(stage, label):
        for _ in range(2):
            stage.owner.press(preview, label)
    stage.play()
    assert made(stage, kind) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_again_after_it_was_published_is_meant(stage: Stage, kind: str) -> None:
    command, form, _, label = KINDS[kind]
    for _ in range(2):
        tell(stage, stage.owner, f"{command} {form}")
        stage.play()
        stage.press(stage.owner, previews(stage, label)[-1], label)
    assert made(stage, kind) == 2


def test_changes_of_a_reward_are_saved_once(stage: Stage) -> None:
    tell(stage, stage.owner, f"/newreward {FORM}")
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "上架")
    tell(stage, stage.owner, "/editreward 1")
    stage.play()
    tell(stage, stage.owner, "价格：150")
    stage.play()
    first = stage.last(stage.owner)
    stage.press(stage.owner, first, "再改改")
    tell(stage, stage.owner, "价格：250")
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "保存修改")
    assert "没有再存一次" in stage.press(stage.owner, first, "保存修改")
    assert stage.do(lambda tx: tx.value("SELECT price FROM reward")) == 250


def test_a_draft_that_was_used_can_not_be_changed_any_more(stage: Stage) -> None:
    tell(stage, stage.owner, f"/newreward {FORM}")
    stage.play()
    preview = stage.last(stage.owner)
    stage.press(stage.owner, preview, "上架")
    stage.do(lambda tx: tx.run("UPDATE draft SET made_at = 0"))
    stage.do(lambda tx: drafts.purge(tx, 1))
    assert stage.do(lambda tx: drafts.get(tx, 1)) is None


def test_steps_lead_to_the_same_draft_as_the_form(stage: Stage) -> None:
    tell(stage, stage.owner, "/newchallenge")
    stage.play()
    asked = stage.last(stage.owner)
    tell(stage, stage.owner, STANDARD)
    stage.play()
    stage.press(stage.owner, stage.last(stage.owner), "发布")
    assert "没有再发一次" in stage.press(stage.owner, asked, "一步一步来")
