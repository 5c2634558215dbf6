"""A command that replies to what somebody passed on from another does nothing to either before it is said who is meant."""

import pytest

from sandbox.world.messages import Message
from sandbox.world.people import Person
from storage.ledger import ledger
from tests.handlers.daily.test_support import accepted
from tests.handlers.daily.test_support import said as done
from tests.stage import Stage


def points(stage: Stage, person: Person) -> int:
    member = stage.member(person).id
    return stage.do(lambda tx: ledger.balance(tx, member)).posted


def helpful(stage: Stage) -> Message:
    """What Zhou wrote in the community."""
    message = stage.zhou.say(stage.group, "重新配对蓝牙钥匙就好了，亲测有效")
    stage.play()
    return message


def asked(stage: Stage, person: Person, where: object) -> Message:
    """What the person alone reads there."""
    return [one for (reader, _), one in where.ephemeral.items() if reader == person.id][-1]  # type: ignore[attr-defined]


def labels(message: Message) -> list[str]:
    return [button.text for row in message.buttons for button in row]


def test_points_for_what_a_colleague_passed_on_to_the_desk_go_to_who_wrote_it(stage: Stage) -> None:
    passed = stage.rui.forward(helpful(stage), stage.staff)
    stage.play()
    stage.mo.say(stage.staff, "/grant 20 夜里教人修车机", reply_to=passed)
    stage.play()
    assert (points(stage, stage.rui), points(stage, stage.zhou)) == (0, 0)
    told = asked(stage, stage.mo, stage.staff)
    assert "瑞秋" in told.text and "转发" in told.text
    assert ["周舟" in labels(told)[0], "瑞秋" in labels(told)[1]] == [True, True]
    stage.press(stage.mo, told, labels(told)[0])
    assert (points(stage, stage.rui), points(stage, stage.zhou)) == (0, 20)


def test_a_sanction_below_what_was_passed_on_is_for_whom_is_chosen(stage: Stage) -> None:
    passed = stage.lin.forward(helpful(stage), stage.group)
    stage.play()
    stage.mo.say(stage.group, "/warn 发广告", reply_to=passed)
    stage.play()
    told = asked(stage, stage.mo, stage.group)
    assert "周舟" in labels(told)[0] and "林晓" in labels(told)[1]


@pytest.mark.parametrize("named", ["@zhou", "周舟"])
def test_whoever_is_named_beside_it_is_meant(stage: Stage, named: str) -> None:
    passed = stage.rui.forward(helpful(stage), stage.staff)
    stage.play()
    stage.mo.say(stage.staff, f"/grant {named} 20 夜里教人修车机", reply_to=passed)
    stage.play()
    assert (points(stage, stage.rui), points(stage, stage.zhou)) == (0, 20)


def test_who_can_not_be_seen_is_to_be_named(stage: Stage) -> None:
    stage.zhou.hides_forwards = True
    passed = stage.lin.forward(helpful(stage), stage.group)
    stage.play()
    stage.mo.say(stage.group, "/grant 20 夜里教人修车机", reply_to=passed)
    stage.play()
    told = asked(stage, stage.mo, stage.group)
    assert "/grant 后面写" in told.text and len(labels(told)) == 1
    assert points(stage, stage.lin) == 0


def test_ones_own_words_passed_on_are_ones_own(stage: Stage) -> None:
    passed = stage.zhou.forward(helpful(stage), stage.group)
    stage.play()
    stage.mo.say(stage.group, "/grant 20 夜里教人修车机", reply_to=passed)
    stage.play()
    assert points(stage, stage.zhou) == 20


def test_a_finished_work_that_the_helper_passed_on_is_credited_to_who_made_it(stage: Stage) -> None:
    accepted(stage)
    work = stage.lin.say(stage.group, "照着做好了，一晚上灯都亮着，过程在这里")
    stage.play()
    passed = stage.mo.forward(work, stage.group)
    stage.play()
    done(stage, "完成", passed)
    made = stage.do(lambda tx: tx.value("SELECT member FROM support_work"))
    assert made == stage.member(stage.lin).id
