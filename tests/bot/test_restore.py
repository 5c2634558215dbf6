"""What waited in a backup may have been done since: after a restore nothing of it is done blindly."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from actions.operations.audit import verify
from actions.operations.forgetting import forget
from bot.database import transact
from bot.flow.doubt import Doubted
from bot.start.app import identity_of
from bot.upkeep.backup import restore
from bot.upkeep.forgetting import NAME, known_to, write_down
from rules.note import Matter
from storage import members, notes
from storage.engine.sqlite import Sqlite
from storage.engine.tx import Tx
from storage.post import misses, outbox
from storage.post.bodies import AnswerCallbackQuery, DeleteMessage, SendMessage
from storage.post.letters import Letter
from tests.handlers.journey.counselling import core_with, council_stage, proposed, seated, vote_of, votes
from tests.letters import letters_by_state
from tests.stage import Stage

HOUR_S, DAY_S = 3_600, 86_400
EVENING = 12 * HOUR_S  # from nine in the morning


class Restoring:
    """A copy is made of the stage's brand; later it is put back, and the stage goes on with it."""

    def __init__(self, stage: Stage, folder: Path) -> None:
        self.stage, self.folder = stage, folder
        self.copy = folder / "copy.db"

    def back_up(self) -> None:
        """The brand as it is now."""
        self.stage.connection.execute("VACUUM INTO ?", (str(self.copy),))

    def restore(self) -> Doubted:
        """The brand as it was."""
        identity = identity_of(self.stage.programme, "kocbot")
        database = self.folder / "kocbot.db"
        done = restore(self.copy, database, identity, int(self.stage.clock.now()), self.folder / NAME)
        self.again = done.again
        self.stage.connection = Sqlite(database).open()
        return done.doubted


@pytest.fixture
def restoring(stage: Stage, tmp_path: Path) -> Restoring:
    return Restoring(stage, tmp_path)


def _wait(stage: Stage) -> None:
    """Letters of every sort wait: posts, words for one alone, a parked one, a deletion and a toast."""
    letters = [
        Letter(stage.group.id, SendMessage("<b>新公告</b> 周五见"), keep="card"),
        Letter(stage.group.id, SendMessage("只给林晓"), seen_by=stage.lin.id),
        Letter(stage.lin.id, SendMessage("地址：徐汇区")),
        Letter(stage.xin.id, SendMessage("等你来"), parked=True),
        Letter(stage.group.id, DeleteMessage(1), delay_s=60),
        Letter(0, AnswerCallbackQuery("1"), lasts_s=140),
    ]
    stage.do(lambda tx: outbox.put(tx, letters, int(stage.clock.now())))


def test_letters_that_waited_are_uncertain_and_none_is_sent_again(stage: Stage, restoring: Restoring) -> None:
    _wait(stage)
    restoring.back_up()
    stage.play()
    assert stage.said(stage.group) == ["新公告 周五见"]
    assert restoring.restore().letters == 4
    assert stage.do(letters_by_state) == {"uncertain": 4, "dropped": 1, "queued": 1}
    stage.play()
    stage.mo.say(stage.group, "在吗")
    stage.play()
    assert stage.said(stage.group) == ["新公告 周五见"]
    assert stage.said(stage.lin).count("地址：徐汇区") == 1


def test_staff_see_what_each_was_and_nothing_that_was_for_one_person(stage: Stage, restoring: Restoring) -> None:
    _wait(stage)
    restoring.back_up()
    stage.play()
    restoring.restore()
    stage.mo.say(stage.world.private(stage.mo), "/doctor")
    stage.play()
    told = stage.last(stage.mo).text
    assert "新公告 周五见" in told
    assert "林晓" in told
    assert "新新" in told
    assert "徐汇区" not in told
    assert "只给林晓" not in told


def test_an_old_letter_that_is_doubted_today_is_listed_and_kept_a_while(stage: Stage, restoring: Restoring) -> None:
    _wait(stage)
    restoring.back_up()
    stage.world.advance(20 * DAY_S)
    restoring.restore()
    now = int(stage.clock.now())
    stage.do(lambda tx: outbox.purge(tx, now - 14 * DAY_S))
    listed = stage.do(lambda tx: misses.unsettled(tx, now - 7 * DAY_S))
    assert sum(count for count, _ in listed.values()) == 4


def _runs(stage: Stage, job: str) -> list[str]:
    sql = "SELECT outcome FROM job_run WHERE job = :job AND period <> 'start' ORDER BY due_at"
    return stage.do(lambda tx: [row.outcome for row in tx.all(sql, job=job)])


def test_a_board_that_was_posted_after_the_backup_is_left_to_staff(stage: Stage, restoring: Restoring) -> None:
    stage.lin.say(stage.group, "签到")
    stage.play()
    stage.advance(DAY_S)
    restoring.back_up()
    stage.advance(6 * DAY_S + 12 * HOUR_S)
    posted = [text for text in stage.said(stage.group) if "榜" in text]
    assert posted
    assert restoring.restore().posts > 0
    stage.advance(60)
    assert [text for text in stage.said(stage.group) if "榜" in text] == posted
    assert _runs(stage, "weekly_board")[-1] == "uncertain"
    stage.mo.say(stage.world.private(stage.mo), "/doctor")
    stage.play()
    assert "可能已经发过" in stage.last(stage.mo).text
    assert "/post" in stage.last(stage.mo).text


def _say(stage: Stage, words: str) -> None:
    stage.owner.say(stage.world.private(stage.owner), words)
    stage.play()


def test_an_announcement_that_came_due_since_is_sent_by_its_author_alone(stage: Stage, restoring: Restoring) -> None:
    for words in ("九点集合", "明天见"):
        _say(stage, f"/broadcast {words}")
        stage.press(stage.owner, stage.last(stage.owner), "定个时间")
        _say(stage, "09:20" if words == "九点集合" else "明天 08:00")
    stage.do(lambda tx: stage.schedule.tick(tx, int(stage.clock.now())))
    restoring.back_up()
    stage.advance(25 * 60)
    assert restoring.restore().posts == 1
    stage.advance(120)
    assert sum("九点集合" in text for text in stage.said(stage.group)) == 1
    assert "可能已经发过：为免重复没有再发" in stage.last(stage.owner).text
    stage.press(stage.owner, stage.last(stage.owner), "再看一遍")
    assert "预览，还没有发出" in stage.last(stage.owner).text
    stage.advance(DAY_S)
    assert sum("明天见" in text for text in stage.said(stage.group)) == 1


def test_a_week_of_order_is_read_once(stage: Stage, restoring: Restoring) -> None:
    _say(stage, "/mute @he 2小时 第2条 阴阳怪气")
    stage.press(stage.owner, stage.last(stage.owner), "禁言 2 小时")
    stage.advance(6 * DAY_S + 10 * HOUR_S)
    restoring.back_up()
    stage.advance(HOUR_S)
    told = [text for text in stage.said(stage.group) if "禁言" in text]
    assert len(told) == 1
    restoring.restore()
    stage.advance(120)
    assert [text for text in stage.said(stage.group) if "禁言" in text] == told
    assert _runs(stage, "order_digest") == ["uncertain"]


@pytest.mark.parametrize("before", [4, 1], ids=["before it is written", "before it is told"])
def test_a_months_letter_that_was_told_after_the_backup_is_not_told_again(
    stage: Stage, restoring: Restoring, before: int
) -> None:
    stage.lin.say(stage.group, "签到")
    stage.play()
    stage.advance(15 * DAY_S + (12 - before) * HOUR_S)
    restoring.back_up()
    stage.advance(before * HOUR_S)
    letters = [text for text in stage.said(stage.lin) if "月的信到了" in text]
    assert len(letters) == 1
    assert restoring.restore().months == 1
    for _ in range(30):
        stage.advance(HOUR_S)
    assert [text for text in stage.said(stage.lin) if "月的信到了" in text] == letters
    stage.lin.say(stage.world.private(stage.lin), "/letter")
    stage.play()
    assert "你11月的信" in stage.last(stage.lin).text


def test_what_only_follows_from_our_rows_is_made_up_for(stage: Stage, restoring: Restoring) -> None:
    restoring.back_up()
    stage.advance(DAY_S)
    restoring.restore()
    stage.advance(60)
    assert _runs(stage, "seal")[-1] != "uncertain"
    assert _runs(stage, "checkin_card")[-1] == "posted"


def _noted(stage: Stage) -> None:
    lin, now = stage.member(stage.lin).id, int(stage.clock.now())

    def work(tx: Tx) -> None:
        notes.put(tx, lin, Matter.NEWS, "unaccepted:0", "作品入选了", "[]", now, now + 7 * DAY_S)

    stage.do(work)


def test_who_may_have_had_the_days_message_hears_the_rest_tomorrow(stage: Stage, restoring: Restoring) -> None:
    _noted(stage)
    stage.do(lambda tx: stage.schedule.tick(tx, int(stage.clock.now())))
    restoring.back_up()
    stage.evening()
    assert sum("作品入选了" in text for text in stage.said(stage.lin)) == 1
    assert restoring.restore().days == 1
    stage.advance(120)
    assert sum("作品入选了" in text for text in stage.said(stage.lin)) == 1
    stage.evening()
    assert sum("作品入选了" in text for text in stage.said(stage.lin)) == 2


def test_before_the_evening_nobody_waits_for_tomorrow(stage: Stage, restoring: Restoring) -> None:
    _noted(stage)
    restoring.back_up()
    stage.advance(HOUR_S)
    assert restoring.restore().days == 0
    stage.evening()
    assert sum("作品入选了" in text for text in stage.said(stage.lin)) == 1


def test_the_file_that_was_restored_holds_everything_by_itself(stage: Stage, restoring: Restoring) -> None:
    _wait(stage)
    restoring.back_up()
    restoring.restore()
    stage.connection.close()
    assert not restoring.folder.joinpath("kocbot.db.restoring-wal").exists()
    with closing(sqlite3.connect(restoring.folder / "kocbot.db")) as found:
        assert found.execute("SELECT count(*) FROM outbox WHERE state = 'uncertain'").fetchone() == (4,)
    assert transact(Sqlite(restoring.folder / "kocbot.db").open(), letters_by_state)["uncertain"] == 4


def test_whoever_was_forgotten_since_is_forgotten_again(restoring: Restoring) -> None:
    stage, listed = restoring.stage, restoring.folder / NAME
    restoring.back_up()
    now = stage.occasion()
    lin = stage.member(stage.lin)
    stage.do(lambda tx: forget(tx, lin, now, "salt"))
    write_down(listed, stage.do(known_to))
    write_down(listed, stage.do(known_to))
    assert len(listed.read_text().splitlines()) == 1 and listed.stat().st_mode & 0o777 == 0o600
    restoring.restore()
    assert restoring.again == 1
    assert stage.do(lambda tx: members.by_telegram_id(tx, stage.lin.id)) is None
    assert stage.do(lambda tx: verify(tx, stage.programme)).ok


def test_a_vote_whose_answers_may_have_come_to_another_hand_ends_without_a_result(tmp_path: Path) -> None:
    stage = council_stage()
    restoring, core = Restoring(stage, tmp_path), core_with(stage, stage.lin, stage.zhou, stage.he)
    seated(stage, stage.lin, stage.zhou, stage.he)
    proposed(stage, stage.lin)
    stage.advance(stage.programme.council.talk_hours * HOUR_S + 60)
    votes(stage, core, (stage.lin, 0))
    restoring.back_up()
    votes(stage, core, (stage.zhou, 0), (stage.he, 0))
    restoring.restore()
    stage.advance(180)
    poll, result = vote_of(stage, core).poll, stage.said(core)[-1]
    assert poll is not None and poll.closed
    assert "投票提前停了，没有定下来" in result and "再来一次" in result
    stage.advance(stage.programme.council.vote_hours * HOUR_S)
    assert stage.said(core)[-1] == result
    assert stage.do(lambda tx: verify(tx, stage.programme)).ok


def test_what_may_have_been_put_to_the_vote_since_is_not_voted_on_twice(tmp_path: Path) -> None:
    stage = council_stage()
    restoring, core = Restoring(stage, tmp_path), core_with(stage, stage.lin, stage.zhou, stage.he)
    seated(stage, stage.lin, stage.zhou, stage.he)
    proposed(stage, stage.lin)
    restoring.back_up()
    stage.advance(stage.programme.council.talk_hours * HOUR_S + 60)
    votes(stage, core, (stage.lin, 0))
    restoring.restore()
    for _ in range(12):
        stage.advance(120)
    assert len([one for one in stage.messages(core) if one.poll is not None]) == 1
    assert "投票提前停了，没有定下来" in stage.said(core)[-1]
    assert stage.do(lambda tx: verify(tx, stage.programme)).ok
