"""What comes due at once is looked at together, and comes to the same as one by one."""

from typing import Any

import pytest

from handlers import jobs as declared
from handlers.effects import Effects
from handlers.parts import More
from handlers.routes import Job, JobCall
from storage.engine.sqlite import SqliteTx
from storage.engine.tx import Tx
from storage.post import jobs
from tests.bot.test_schedule import HOUR_S, SUNDAY_20, WEEK_S, Bot

NAMES = sorted(job.name for job in declared())


def test_what_breaks_takes_nothing_along_of_what_came_due_with_it() -> None:
    bot = Bot()

    def broken(call: JobCall, tx: Tx) -> Effects:
        raise ZeroDivisionError

    bot.jobs = (bot.job("checkin_card"), Job("weekly_board", broken, cron=bot.cron), bot.job("month_close"))
    bot.start()
    bot.tick(SUNDAY_20)
    bot.tick(SUNDAY_20 + 5)
    assert len(bot.letters(-1)) == 2
    outcomes = [bot.do(lambda tx, name=job.name: jobs.last(tx, name, 1, SUNDAY_20)).outcome for job in bot.jobs]
    assert outcomes == ["posted", "failed", "posted"]


def test_an_evening_that_comes_again_by_another_clock_was_posted_already() -> None:
    bot = Bot("0 20 * * *")
    bot.tick(SUNDAY_20)
    bot.do(lambda tx: tx.run("UPDATE chat_group SET timezone = 'Europe/Berlin'"))
    for hours in (1, 7, 8, 24 + 7):
        bot.tick(SUNDAY_20 + hours * HOUR_S)
    assert len(bot.letters(-1)) == 2
    assert bot.do(lambda tx: jobs.last(tx, "checkin_card", 1, SUNDAY_20 + WEEK_S)).period == "2026-11-23T20:00"


def test_a_long_job_does_its_parts_one_after_the_other_and_its_period_once() -> None:
    bot, parts = Bot(), [More(), More(), More(), ()]
    bot.answer = lambda call, tx: parts.pop(0)
    bot.tick(SUNDAY_20)
    while bot.do(lambda tx: bot.schedule.tick(tx, SUNDAY_20)).more:
        pass
    bot.tick(SUNDAY_20 + 60)
    assert parts == []
    assert bot.do(lambda tx: jobs.last(tx, "checkin_card", 1, SUNDAY_20)).outcome == "nothing"


def test_however_many_have_nothing_to_do_they_are_looked_at_together(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    for way in ("one", "all", "value", "run", "many"):
        asking = getattr(SqliteTx, way)

        def counted(tx: SqliteTx, sql: str, *rows: Any, ask: Any = asking, **values: Any) -> Any:
            asked.append(sql)
            return ask(tx, sql, *rows, **values)

        monkeypatch.setattr(SqliteTx, way, counted)
    counts = []
    for many in (1, 12):
        bot = Bot("* * * * *")
        bot.jobs = tuple(Job(name, lambda call, tx: (), cron=bot.cron) for name in NAMES[:many])
        bot.start()
        bot.tick(SUNDAY_20)
        asked.clear()
        bot.tick(SUNDAY_20 + 60)
        counts.append(len(asked))
    assert counts[0] == counts[1]
