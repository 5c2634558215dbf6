"""Scheduled posts: exactly one per group and period, whatever happens to the bot and its clock."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.database import transact
from bot.flow.schedule import Schedule
from bot.flow.times import Times
from bot.letters.compose import Composer
from bot.start.app import identity_of
from handlers.effects import Effects, Post
from handlers.routes import Job, JobCall
from rules.people import Part
from rules.programme.programme import Programme
from rules.values import replace
from storage import groups
from storage.engine.sqlite import Sqlite
from storage.engine.tx import Tx
from storage.post import jobs

SUNDAY_20 = int(datetime(2026, 11, 22, 20, tzinfo=ZoneInfo("Asia/Shanghai")).timestamp())
WEEK_S = 7 * 86_400
HOUR_S = 3600


class Bot:
    """A bot with one community and one job, that may be restarted and remembers only what is in its database."""

    def __init__(
        self, cron: str = "0 20 * * sun", timezone: str = "Asia/Shanghai", activated_at: int = SUNDAY_20 - WEEK_S
    ) -> None:
        self.connection = Sqlite(":memory:").open()
        self.cron = cron
        self.posted: list[str] = []
        self.answer = self._post
        self.jobs = (self.job("checkin_card"),)
        groups_ = (("车友会", -1, Part.COMMUNITY), ("运营小组", -2, Part.STAFF))
        for title, chat_id, part in groups_:
            self.do(lambda tx, t=title, c=chat_id, p=part: groups.activate(tx, c, t, p, timezone, "zh", activated_at))
        self.start()

    def do(self, work):  # type: ignore[no-untyped-def]
        return transact(self.connection, work)

    def start(self) -> None:
        identity = identity_of(Programme(schedule={"checkin_card": self.cron}), "kocbot")
        identity = replace(identity, jobs=self.jobs)
        self.schedule = Schedule(identity, Composer(identity))

    def job(self, name: str) -> Job:
        """One that answers as the bot is told to."""
        return Job(name, self._answer, cron=self.cron)

    def _answer(self, call: JobCall, tx: Tx) -> Effects:
        return self.answer(call, tx)

    def tick(self, now: int) -> None:
        self.do(lambda tx: self.schedule.tick(tx, now))

    def _post(self, call: JobCall, tx: Tx) -> Effects:
        assert call.group
        self.posted.append(call.period)
        return Post(call.group.id, "checkin/milestones")

    def letters(self, chat_id: int) -> list[str]:
        return [body for (body,) in self.connection.execute("SELECT body FROM outbox WHERE lane = ?", (chat_id,))]


@pytest.mark.parametrize("second", range(-5, 6))
def test_a_restart_at_any_second_around_the_due_time_posts_once(second: int) -> None:
    bot = Bot()
    for now in range(SUNDAY_20 - 6, SUNDAY_20 + 7):
        if now == SUNDAY_20 + second:
            bot.start()
        bot.tick(now)
    assert bot.posted == ["2026-11-22T20:00"]
    assert len(bot.letters(-1)) == 1


@pytest.mark.parametrize("second", range(-2, 3))
def test_a_crash_before_the_commit_posts_once_all_the_same(second: int) -> None:
    class Crash(Exception):
        pass

    bot = Bot()
    bot.tick(SUNDAY_20 - 100)
    for now in range(SUNDAY_20 - 3, SUNDAY_20 + 4):
        if now == SUNDAY_20 + second:

            def dying(tx: Tx, at: int = now) -> None:
                bot.schedule.tick(tx, at)
                raise Crash

            with pytest.raises(Crash):
                bot.do(dying)
        bot.tick(now)
    assert len(bot.letters(-1)) == 1


def test_after_downtime_it_comes_late_and_speaks_of_its_own_day() -> None:
    bot = Bot()
    days = []
    bot.answer = lambda call, tx: days.append(call.occasion.day.isoformat())
    bot.tick(SUNDAY_20 - HOUR_S)
    bot.tick(SUNDAY_20 + 14 * HOUR_S)
    bot.tick(SUNDAY_20 + 15 * HOUR_S)
    assert days == ["2026-11-22"]


def test_too_late_it_is_passed_over_once_and_staff_are_told_once() -> None:
    bot = Bot()
    bot.tick(SUNDAY_20 - HOUR_S)
    for late in (30, 31, 32):
        bot.tick(SUNDAY_20 + late * HOUR_S)
    assert bot.letters(-1) == []
    [told] = bot.letters(-2)
    assert "11月22日 20:00" in told


def test_of_many_missed_periods_staff_hear_once_and_the_next_is_on_time() -> None:
    bot = Bot()
    bot.tick(SUNDAY_20 - HOUR_S)
    bot.tick(SUNDAY_20 + 10 * WEEK_S + 30 * HOUR_S)
    assert len(bot.letters(-2)) == 1
    bot.tick(SUNDAY_20 + 11 * WEEK_S)
    assert bot.posted == ["2027-02-07T20:00"]


def test_a_new_job_does_not_catch_up_on_times_before_it_existed() -> None:
    bot = Bot(activated_at=SUNDAY_20 - 50 * WEEK_S)
    bot.tick(SUNDAY_20 + 40 * HOUR_S)
    assert bot.letters(-1) == bot.letters(-2) == []
    bot.tick(SUNDAY_20 + WEEK_S)
    assert bot.posted == ["2026-11-29T20:00"]


def test_a_clock_that_jumps_ahead_and_back_posts_each_period_once() -> None:
    bot = Bot()
    bot.tick(SUNDAY_20 - HOUR_S)
    for now in (
        SUNDAY_20 + WEEK_S + 5,
        SUNDAY_20 - 60,
        SUNDAY_20,
        SUNDAY_20 + 60,
        SUNDAY_20 + WEEK_S,
        SUNDAY_20 + WEEK_S + 5,
    ):
        bot.tick(now)
    assert sorted(bot.posted) == ["2026-11-22T20:00", "2026-11-29T20:00"]
    assert len(bot.letters(-1)) == 2


def test_other_times_in_the_configuration_hold_from_the_restart_on() -> None:
    bot = Bot()
    bot.tick(SUNDAY_20 - 2 * HOUR_S)
    bot.cron = "0 19 * * sun"
    bot.start()
    bot.tick(SUNDAY_20 - 2 * HOUR_S + 5)
    bot.tick(SUNDAY_20 - HOUR_S)
    assert bot.posted == ["2026-11-22T19:00"]
    [plan] = bot.do(jobs.planned)
    assert plan.next_at == SUNDAY_20 - HOUR_S + WEEK_S


def test_a_job_that_is_switched_off_is_planned_no_more() -> None:
    bot = Bot()
    bot.tick(SUNDAY_20 - HOUR_S)
    bot.cron = ""
    bot.start()
    bot.tick(SUNDAY_20)
    assert bot.posted == []
    assert bot.do(jobs.planned) == []


def test_a_defect_ends_its_period_alone_and_staff_get_the_code() -> None:
    bot = Bot()

    def broken(call: JobCall, tx: Tx) -> Effects:
        jobs.claim(tx, "half", 1, "done", 0, 0, "posted")
        raise ZeroDivisionError

    bot.answer = broken
    bot.tick(SUNDAY_20)
    bot.tick(SUNDAY_20 + 5)
    assert bot.do(lambda tx: jobs.last(tx, "half", 1, SUNDAY_20)) is None
    [told] = bot.letters(-2)
    assert "错误编号" in told
    bot.answer = bot._post
    bot.tick(SUNDAY_20 + WEEK_S)
    assert len(bot.posted) == 1


def test_an_hour_that_the_clock_shows_twice_posts_once() -> None:
    due = int(datetime(2026, 11, 1, 5, 30, tzinfo=UTC).timestamp())
    bot = Bot("30 1 * * *", "America/New_York", activated_at=due - HOUR_S)
    for now in range(due - HOUR_S, due + 4 * HOUR_S, 300):
        bot.tick(now)
    assert bot.posted == ["2026-11-01T01:30"]


def test_an_hour_that_the_clock_leaves_out_still_posts_once() -> None:
    due = int(datetime(2026, 3, 8, 7, 30, tzinfo=UTC).timestamp())
    bot = Bot("30 2 * * *", "America/New_York", activated_at=due - HOUR_S)
    for now in range(due - HOUR_S, due + 4 * HOUR_S, 300):
        bot.tick(now)
    assert len(bot.posted) == 1


@settings(max_examples=60, deadline=None)
@given(
    gaps=st.lists(st.integers(1, 20 * HOUR_S), min_size=5, max_size=60),
    restarts=st.sets(st.integers(0, 59)),
    cron=st.sampled_from(["0 20 * * *", "30 1 * * *", "15 */6 * * *", "0 9 * * mon,thu"]),
    timezone=st.sampled_from(["Asia/Shanghai", "America/New_York", "Europe/Berlin"]),
)
def test_whenever_the_ticks_come_every_period_in_reach_is_posted_once(
    gaps: list[int], restarts: set[int], cron: str, timezone: str
) -> None:
    start = int(datetime(2026, 10, 24, tzinfo=UTC).timestamp())
    bot = Bot(cron, timezone, activated_at=start)
    now, expected = start, []
    remembers = Times(cron, timezone)
    for number, gap in enumerate(gaps):
        if number in restarts:
            bot.start()
        fires, fire = [], Times(cron, timezone).next(now)
        while fire is not None and fire <= now + gap:
            fires, fire = [*fires, fire], Times(cron, timezone).next(fire)
        now += gap
        bot.tick(now)
        expected += fires[-1:]
        assert remembers.latest(now - gap, now) == (fires[-1] if fires else None)
    periods = [datetime.fromtimestamp(fire, ZoneInfo(timezone)).strftime("%Y-%m-%dT%H:%M") for fire in expected]
    assert bot.posted == periods
    assert len(set(periods)) == len(periods)
    bot.connection.close()
