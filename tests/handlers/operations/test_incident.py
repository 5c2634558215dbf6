"""Updates that were set aside, as the owner deals with them."""

from bot.upkeep.housekeeping import sweep
from rules.incident import KEPT_S
from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage.daily import checkins
from storage.post import inbox
from storage.post.inbox import TRIES
from tests.shopping import tell
from tests.stage import Stage


def set_aside(stage: Stage, person: Person) -> Message:
    """A check-in that met a defect which is mended by now; its message."""
    said = person.say(stage.group, "签到")
    stage._take_in()
    [waiting] = stage.do(lambda tx: inbox.waiting(tx, 10))
    for _ in range(TRIES):
        stage.do(lambda tx: inbox.failed(tx, waiting.id, f"code-{person.username}"))
    return said


def incidents(stage: Stage) -> Message:
    tell(stage, stage.owner, "/incidents")
    stage.play()
    return stage.last(stage.owner)


def checked_in(stage: Stage, person: Person) -> bool:
    member = stage.member(person)
    return stage.do(lambda tx: checkins.last(tx, member.id)) is not None


def test_the_owner_retries_what_could_not_be_handled_and_it_counts_once(stage: Stage) -> None:
    said = set_aside(stage, stage.lin)
    card = incidents(stage)
    assert "code-lin" in card.text and "林晓" in card.text and "签到" not in card.text
    stage.press(stage.owner, card, "🔁 重试 code-lin")
    assert "都处理好了" in card.text
    assert said.reactions and checked_in(stage, stage.lin)


def test_what_still_fails_comes_back_under_another_code(stage: Stage) -> None:
    stage.world.updates.add_raw({"message": {"message_id": "broken"}})
    stage._take_in()
    for _ in range(TRIES):
        stage.do(lambda tx: stage.flow.drain(tx, int(stage.clock.now())))
    card = incidents(stage)
    before = card.buttons[0][0].text
    stage.owner.press(card, before)
    stage._take_in()
    assert stage.do(lambda tx: stage.flow.drain(tx, int(stage.clock.now()))).quarantined == 0
    assert stage.do(lambda tx: stage.flow.drain(tx, int(stage.clock.now()))).quarantined == 1
    again = incidents(stage).buttons[0][0].text
    assert again != before and again.startswith("🔁 重试")


def test_all_are_retried_with_one_press(stage: Stage) -> None:
    set_aside(stage, stage.lin)
    set_aside(stage, stage.zhou)
    card = incidents(stage)
    stage.press(stage.owner, card, "全部重试")
    assert "2 条已重新排队" in card.text
    assert checked_in(stage, stage.lin) and checked_in(stage, stage.zhou)


def test_what_is_deleted_leaves_nothing_behind(stage: Stage) -> None:
    set_aside(stage, stage.lin)
    card = incidents(stage)
    stage.press(stage.owner, card, "删除")
    stage.press(stage.owner, card, "先留着")
    stage.press(stage.owner, card, "删除")
    stage.press(stage.owner, card, "确认删除")
    assert "code-lin 已删除" in card.text
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM inbox WHERE body IS NOT NULL")) == 0
    assert not checked_in(stage, stage.lin)


def test_pressed_twice_it_is_retried_once(stage: Stage) -> None:
    set_aside(stage, stage.lin)
    first, second = incidents(stage), incidents(stage)
    stage.press(stage.owner, first, "🔁 重试 code-lin")
    assert "已经不在了" in stage.press(stage.owner, second, "🔁 重试 code-lin")


def test_in_time_the_words_are_gone_and_it_is_said_so(stage: Stage) -> None:
    set_aside(stage, stage.lin)
    card = incidents(stage)
    stage.advance(KEPT_S)
    assert "已经不在了" in stage.press(stage.owner, card, "🔁 重试 code-lin")
    assert "没有放到一边的消息" in incidents(stage).text
    stage.do(lambda tx: sweep(tx, int(stage.clock.now()) + 1))
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM inbox WHERE body IS NOT NULL")) == 0


def test_nobody_but_the_owner_gets_at_them(stage: Stage) -> None:
    set_aside(stage, stage.lin)
    tell(stage, stage.mo, "/incidents")
    stage.play()
    assert "code-lin" not in stage.last(stage.mo).text


def test_the_doctor_tells_of_them(stage: Stage) -> None:
    set_aside(stage, stage.lin)
    tell(stage, stage.owner, "/doctor")
    stage.play()
    assert "/incidents" in stage.last(stage.owner).text
