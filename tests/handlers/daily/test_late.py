"""The moment of saying decides, whenever the bot comes to it: check-ins, thanks, and what is told of them."""

import json
from datetime import date, datetime
from zoneinfo import ZoneInfo

from actions.operations import audit
from bot.intake.intake import rows_of
from rules.programme.metrics import Metric
from sandbox.world.people import Person
from storage.daily import checkins
from storage.honour import boards
from storage.ledger import ledger
from storage.post import inbox
from tests.handlers.daily.thanking import helped
from tests.stage import Stage

HOUR_S = 3_600


def until(stage: Stage, day: int, hour: int) -> None:
    """The bot is off: time passes until that hour of November in Shanghai, and nobody handles anything."""
    then = datetime(2026, 11, day, hour, tzinfo=ZoneInfo("Asia/Shanghai")).timestamp()
    stage.world.advance(then - stage.clock.now())


def back(stage: Stage) -> None:
    """The bot starts again: it does what came due, then what came in."""
    stage.advance(0)


def days(stage: Stage, person: Person) -> list[tuple[int, int]]:
    """Day of the month and streak of each check-in."""
    member = stage.member(person).id
    return [(made.day.day, made.streak) for made in stage.do(lambda tx: checkins.since(tx, member, date(2026, 11, 1)))]


def sound(stage: Stage) -> bool:
    """Whether the audit finds nothing."""
    return stage.do(lambda tx: audit.verify(tx, stage.programme)).problems == ()


def two_late(stage: Stage) -> None:
    """Checked in on Monday; again on Tuesday evening while the bot is off, which is back on Wednesday at five."""
    stage.lin.say(stage.group, "签到")
    stage.play()
    until(stage, 17, 23)
    stage.lin.say(stage.group, "签到")
    until(stage, 18, 5)
    back(stage)


def test_a_check_in_counts_for_the_day_on_which_it_was_said_and_the_next_day_for_itself(stage: Stage) -> None:
    two_late(stage)
    assert days(stage, stage.lin) == [(16, 1), (17, 2)]
    assert "照样算" in stage.whispers(stage.lin)[-1].text
    stage.lin.say(stage.group, "签到")
    stage.play()
    assert days(stage, stage.lin) == [(16, 1), (17, 2), (18, 3)]
    assert sound(stage)


def test_rows_of_the_ledger_keep_both_moments_in_a_chain_that_holds(stage: Stage) -> None:
    two_late(stage)
    lin = stage.member(stage.lin).id
    late = stage.do(lambda tx: ledger.of_member(tx, lin, 1))[0]
    assert (late.day, late.written_at - late.at) == ("2026-11-17", 6 * HOUR_S)
    stage.lin.say(stage.group, "签到")
    stage.play()
    assert sound(stage)


def test_why_says_when_it_was_said_and_that_it_was_read_later(stage: Stage) -> None:
    two_late(stage)
    stage.lin.say(stage.group, "/why@kocbot")
    stage.play()
    told = stage.whispers(stage.lin)[-1].text
    assert "昨天 23:00" in told
    assert "今天 05:00 我才看到，按你说的时候算" in told


def test_a_check_in_that_was_set_aside_joins_the_days_around_it(stage: Stage) -> None:
    stage.lin.say(stage.group, "签到")
    stage.play()
    until(stage, 17, 23)
    stage.lin.say(stage.group, "签到")
    aside = [json.loads(update.body) for update in stage.world.updates._queue]
    said_at = int(stage.clock.now())
    stage.world.updates.clear()
    until(stage, 18, 5)
    stage.lin.say(stage.group, "签到")
    stage.play()
    assert days(stage, stage.lin) == [(16, 1), (18, 1)]
    stage.do(lambda tx: inbox.put(tx, rows_of(aside, said_at), said_at))
    stage.play()
    assert days(stage, stage.lin) == [(16, 1), (17, 2), (18, 3)]
    assert sound(stage)


def test_what_seems_older_than_telegram_keeps_anything_was_read_by_a_clock_ahead(stage: Stage) -> None:
    stage.lin.say(stage.group, "签到")
    until(stage, 19, 9)
    back(stage)
    assert days(stage, stage.lin) == [(16, 1)]


def test_what_we_left_lying_for_longer_counts_for_a_day_ago(stage: Stage) -> None:
    stage.lin.say(stage.group, "签到")
    said_at = int(stage.clock.now())
    aside = [json.loads(update.body) for update in stage.world.updates._queue]
    stage.world.updates.clear()
    stage.do(lambda tx: inbox.put(tx, rows_of(aside, said_at), said_at))
    until(stage, 19, 9)
    back(stage)
    assert days(stage, stage.lin) == [(18, 1)]


def test_a_press_counts_for_when_it_must_have_been_made(stage: Stage) -> None:
    stage.advance(22 * HOUR_S + 60)  # Tuesday's card stands
    until(stage, 17, 23)
    stage.lin.press(stage.last(stage.group), "签到")
    stage.zhou.say(stage.group, "今天好冷")
    until(stage, 18, 5)
    back(stage)
    assert days(stage, stage.lin) == [(17, 1)]


def test_a_board_that_was_announced_stays_and_the_late_points_count_all_the_same(stage: Stage) -> None:
    stage.zhou.say(stage.group, "签到")
    stage.play()
    until(stage, 21, 23)  # Saturday, the last evening of the week
    stage.lin.say(stage.group, "签到")
    waiting = list(stage.world.updates._queue)
    stage.world.updates.clear()
    stage.advance(21 * HOUR_S + 60)  # Sunday, 20:01: the board of the week is out
    stage.world.updates._queue.extend(waiting)
    stage.play()
    group, lin = stage.community().id, stage.member(stage.lin).id
    frozen = stage.do(lambda tx: boards.frozen(tx, group, "2026-W47", Metric.POINTS))
    assert frozen is not None
    assert [place.name for place in frozen.places] == ["周舟"]
    assert stage.do(lambda tx: boards.score_of(tx, group, "2026-W47", Metric.POINTS, lin)) == 2
    assert stage.do(lambda tx: boards.score_of(tx, group, "2026-W48", Metric.POINTS, lin)) == 0
    assert stage.member(stage.lin).contribution == 2
    assert sound(stage)


def test_two_thanks_an_hour_apart_that_are_handled_together_both_count(stage: Stage) -> None:
    first, second = helped(stage), helped(stage)
    stage.lin.say(stage.group, "谢谢", reply_to=first)
    stage.world.advance(HOUR_S)
    stage.lin.say(stage.group, "谢谢", reply_to=second)
    stage.world.advance(3 * HOUR_S)
    stage.play()
    assert stage.member(stage.zhou).contribution == 4 + 2


def test_calls_over_three_hours_that_are_handled_together_are_no_flood(stage: Stage) -> None:
    for _ in range(35):
        stage.lin.say(stage.world.private(stage.lin), "/help")
        stage.world.advance(5 * 60)
    stage.play()
    assert len(stage.said(stage.lin)) == 35


def test_talk_counts_for_the_day_on_which_it_was_written(stage: Stage) -> None:
    until(stage, 17, 23)
    stage.lin.say(stage.group, "今天好冷")
    until(stage, 18, 5)
    back(stage)
    told = stage.do(lambda tx: [row.day for row in tx.all("SELECT day FROM talk WHERE day >= '2026-11-01'")])
    assert told == ["2026-11-17"]


def test_a_question_is_as_old_as_it_is(stage: Stage) -> None:
    stage.lin.say(stage.group, "#提问 蓝牙钥匙连不上怎么办")
    stage.world.advance(5 * HOUR_S)
    stage.play()
    stage.zhou.say(stage.group, "/questions@kocbot")
    stage.play()
    assert "5 小时" in stage.whispers(stage.zhou)[-1].text


def test_a_check_in_in_private_is_paid_at_home_and_the_books_agree(stage: Stage) -> None:
    stage.lin.say(stage.world.private(stage.lin), "签到")
    stage.play()
    assert days(stage, stage.lin) == [(16, 1)]
    assert sound(stage)
