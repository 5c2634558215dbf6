"""The disk fills up in the middle of handling: the batch has not happened, and is nobody's defect."""

import pytest

from actions.operations.audit import verify
from storage.engine.engine import StorageTrouble
from storage.post import inbox
from tests.stage import Stage

CROWD = 25


def _room(stage: Stage, pages: int) -> None:
    """So many pages may be added to the database."""
    [now] = stage.connection.execute("PRAGMA page_count").fetchone()
    stage.connection.execute(f"PRAGMA max_page_count={now + pages}")


@pytest.mark.parametrize("pages", [0, 1, 2, 3, 5, 8, 13])
def test_a_disk_that_fills_up_loses_nothing_and_sets_nothing_aside(stage: Stage, pages: int) -> None:
    words = [stage.lin.say(stage.group, "签到")]
    for n in range(CROWD):
        person = stage.world.person(f"车友{n}")
        person.join(stage.group)
        person.say(stage.group, "大家好")
        words.append(person.say(stage.group, f"/ask {'零件' * 300}{n} 怎么办？"))
    stage._take_in()
    waiting = stage.do(inbox.backlog)
    now = int(stage.clock.now())
    _room(stage, pages)
    for _ in range(4):
        with pytest.raises(StorageTrouble):
            stage.do(lambda tx: stage.flow.drain(tx, now))
    assert stage.do(inbox.backlog) == waiting
    assert stage.do(lambda tx: tx.value("SELECT sum(tries) FROM inbox")) == 0
    _room(stage, 100_000)
    stage.play()
    assert stage.do(inbox.backlog) == 0
    report = stage.do(lambda tx: verify(tx, stage.programme))
    assert (report.ok, report.transfers) == (True, 1)
    assert words[0].reactions


def test_a_scheduled_post_waits_until_something_can_be_written_again(stage: Stage) -> None:
    stage.world.advance(22 * 3600)
    now = int(stage.clock.now())
    stage.connection.execute("PRAGMA query_only=ON")
    with pytest.raises(StorageTrouble):
        stage.do(lambda tx: stage.schedule.tick(tx, now))
    stage.connection.execute("PRAGMA query_only=OFF")
    stage.do(lambda tx: stage.schedule.tick(tx, now))
    stage.play()
    assert sum("早上好" in text for text in stage.said(stage.group)) == 1
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM job_run WHERE outcome = 'failed'")) == 0


def test_a_statement_that_is_wrong_is_a_defect_and_stops_nobody_else(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(tx: object, *_: object) -> None:
        stage.connection.execute("SELECT nothing FROM nowhere")

    monkeypatch.setattr("actions.daily.checkin.check_in", wrong)
    monkeypatch.setattr("handlers.daily.checkin.check_in", wrong)
    stage.lin.say(stage.group, "签到")
    question = stage.zhou.say(stage.group, "/ask 蓝牙钥匙怎么办？")
    stage._take_in()
    now = int(stage.clock.now())
    for _ in range(3):
        stage.do(lambda tx: stage.flow.drain(tx, now))
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM inbox WHERE state = 'quarantined'")) == 1
    assert stage.do(lambda tx: tx.value("SELECT count(*) FROM question WHERE message = :id", id=question.id)) == 1
