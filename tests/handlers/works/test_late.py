"""Work that the bot comes to late counts for when it was handed in."""

from sandbox.world.posting import tell_edited
from sandbox.world.speaking import media_of
from storage.engine.tx import Tx
from storage.works import challenges
from tests.handlers.works.desk import card, confirmed, published, replaced
from tests.shopping import tell
from tests.stage import Stage

DAY_S = 86_400
FORM = "标题：转场练习\n类型：标准\n赛道：视频\n积分：30\n截止：今天\n步骤：\n拍三个镜头"


def works(stage: Stage) -> int:
    """How many works were taken."""
    n: int = stage.do(lambda tx: tx.value("SELECT count(*) FROM submission"))
    return n


def closed(tx: Tx) -> int | None:
    """When the first challenge was closed."""
    challenge = challenges.get(tx, 1)
    assert challenge is not None
    return challenge.closed_at


def test_work_that_was_sent_before_the_deadline_and_read_after_it_is_taken(stage: Stage) -> None:
    published(stage, FORM)
    stage.world.advance(14 * 3600)  # 23:00
    stage.lin.say(stage.group, "#挑战1 三个镜头都在这里")
    stage.world.advance(2 * 3600)
    stage.advance(0)  # the schedule closes the challenge before what came in is handled
    assert works(stage) == 1
    assert "三个镜头都在这里" in card(stage).text
    stage.lin.say(stage.group, "#挑战1 又剪了一遍")
    stage.play()
    assert works(stage) == 1
    assert "已经结束" in stage.whispers(stage.lin)[-1].text


def test_the_last_minute_that_is_shown_counts_to_its_end(stage: Stage) -> None:
    published(stage, FORM)
    stage.advance(14 * 3600 + 59 * 60 + 30)  # 23:59:30
    assert stage.do(closed) is None
    stage.lin.say(stage.group, "#挑战1 三个镜头都在这里")
    stage.play()
    assert works(stage) == 1
    stage.advance(600)
    deadline = stage.do(lambda tx: tx.value("SELECT deadline FROM challenge"))
    assert stage.do(closed) == deadline + 60


def test_what_is_said_after_staff_have_closed_it_is_too_late_and_what_was_said_before_is_not(stage: Stage) -> None:
    published(stage, FORM)
    stage.lin.say(stage.group, "#挑战1 三个镜头都在这里")
    late = list(stage.world.updates._queue)
    stage.world.updates.clear()
    stage.world.advance(60)
    stage.mo.say(stage.staff, "/closechallenge 1")
    stage.play()
    stage.press(stage.mo, stage.last(stage.staff), "确认结束")
    stage.world.updates._queue.extend(late)
    stage.play()
    assert works(stage) == 1
    stage.zhou.say(stage.group, "#挑战1 我也拍了")
    stage.play()
    assert works(stage) == 1


def previewed(stage: Stage, words: str) -> None:
    """Lin has sent these words in private, and sees what would be handed in."""
    stage.lin.start("submit-1")
    stage.play()
    tell(stage, stage.lin, words)
    stage.play()


def test_what_was_sent_in_time_in_private_may_be_confirmed_after_the_deadline(stage: Stage) -> None:
    published(stage, FORM)
    stage.advance(14 * 3600)  # 23:00
    previewed(stage, "三个镜头都在这里")
    stage.advance(2 * 3600)
    assert stage.do(closed) is not None
    confirmed(stage, stage.lin)
    assert "三个镜头都在这里" in card(stage).text


def test_it_may_be_confirmed_for_a_day(stage: Stage) -> None:
    published(stage, FORM)
    stage.advance(14 * 3600)  # 23:00
    previewed(stage, "三个镜头都在这里")
    stage.advance(26 * 3600)
    assert "已经结束" in stage.press(stage.lin, stage.last(stage.lin), "交上去")
    assert works(stage) == 0


def test_work_that_would_replace_what_waits_may_be_confirmed_after_the_deadline(stage: Stage) -> None:
    published(stage, FORM)
    stage.lin.say(stage.group, "#挑战1 三个镜头都在这里")
    stage.advance(14 * 3600)
    stage.lin.say(stage.group, "#挑战1 又剪了一遍")
    stage.play()
    stage.advance(2 * 3600)
    replaced(stage, stage.lin)
    assert "又剪了一遍" in card(stage).text


def test_a_work_that_is_edited_after_the_deadline_counts_as_it_was_and_both_sides_hear_so(stage: Stage) -> None:
    published(stage)
    stage.advance(7 * DAY_S - 3_600)
    words = stage.zhou.say(stage.group, "#挑战1 写了一段")
    picture = stage.lin.send(stage.group, photo=b"work", caption="#挑战1 剪了三遍")
    stage.play()
    stage.advance(7_200)
    cards = len(stage.said(stage.staff))
    stage.zhou.edit(words, "#挑战1 截止后改的")
    stage.play()
    picture.media, picture.edited = media_of(stage.world, {"photo": b"other"}, "other"), int(stage.clock.now())
    tell_edited(stage.world, picture)
    stage.play()
    for person in (stage.zhou, stage.lin):
        assert "还是截止前那一版" in stage.whispers(person)[-1].text
    told = stage.said(stage.staff)[cards:]
    assert ["周舟" in told[0], "林晓" in told[1], len(told)] == [True, True, 2]
    stage.zhou.edit(words, "#挑战1 截止后又改的")
    stage.play()
    assert len(stage.said(stage.staff)) == cards + 2
    stage.zhou.edit(words, "#挑战1 写了一段")
    stage.play()
    assert stage.do(lambda tx: tx.value("SELECT max(version) FROM submission")) == 1
