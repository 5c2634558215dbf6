"""A member has one day, that of their home, wherever they speak; no change of home costs a streak or pays a day twice."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.daily.checkin import streak_of
from actions.operations.audit import verify
from rules.daily.checkin import How
from rules.programme.programme import Programme
from rules.programme.thanks import Thanks
from rules.values import replace
from sandbox.world.chats import Chat
from sandbox.world.people import Person
from storage import groups
from storage.daily import checkins
from tests.places import moved, second
from tests.stage import Stage

HOUR_S = 3600
SHANGHAI, ANGELES, BERLIN = "Asia/Shanghai", "America/Los_Angeles", "Europe/Berlin"


def checked_in(stage: Stage, where: Chat, person: Person | None = None) -> None:
    (person or stage.lin).say(where, "签到")
    stage.play()


def private(stage: Stage) -> Chat:
    return stage.world.private(stage.lin)


def points(stage: Stage) -> int:
    return stage.member(stage.lin).contribution


def streak(stage: Stage) -> int:
    lin, now = stage.member(stage.lin), stage.occasion()
    return stage.do(lambda tx: streak_of(tx, lin, now.seen_from(lin.timezone)))


def lives_in(stage: Stage, zone: str) -> None:
    group = stage.community().id
    stage.do(lambda tx: groups.set_timezone(tx, group, zone))


def clean(stage: Stage) -> None:
    found = stage.do(lambda tx: verify(tx, stage.programme))
    assert found.ok, found


def test_in_the_group_and_then_in_private_is_one_day(stage: Stage) -> None:
    there = moved(stage, stage.lin)
    checked_in(stage, there)  # Sunday, 17:00 in Los Angeles; Monday, 09:00 in Shanghai
    checked_in(stage, private(stage))
    assert points(stage) == 2
    stage.advance(11 * HOUR_S)  # Monday, 04:00 in Los Angeles
    checked_in(stage, private(stage))
    checked_in(stage, there)
    assert (points(stage), streak(stage)) == (4, 2)
    clean(stage)


def test_alternating_between_group_and_private_breaks_no_streak(stage: Stage) -> None:
    there = moved(stage, stage.lin)
    for day in range(6):
        checked_in(stage, there if day % 2 else private(stage))
        stage.advance(24 * HOUR_S)
    assert streak(stage) == 6


def test_who_visits_a_group_further_west_keeps_the_day_of_home(stage: Stage) -> None:
    there = second(stage, [stage.lin])
    checked_in(stage, there)
    checked_in(stage, stage.group)
    assert points(stage) == 2
    lin = stage.member(stage.lin).id
    [made] = stage.do(lambda tx: list(checkins.everything(tx)))
    assert made[0] == lin and made[1].day.isoformat() == "2026-11-16"
    clean(stage)


def test_the_streak_names_the_time_that_ones_day_goes_by(stage: Stage) -> None:
    stage.lin.say(private(stage), "签到情况")
    stage.play()
    assert "你的一天从北京时间 04:00 开始" in stage.said(stage.lin)[-1]
    moved(stage, stage.lin)
    stage.lin.say(private(stage), "签到情况")
    stage.play()
    assert "你的一天从洛杉矶时间 04:00 开始" in stage.said(stage.lin)[-1]


def test_the_limits_of_the_day_are_those_of_the_givers_day_wherever_they_thank() -> None:
    stage = Stage(replace(Programme(), thanks=Thanks(per_giver_day=1)))
    there = second(stage, [stage.lin, stage.zhou, stage.he])
    for helper in (stage.zhou, stage.he):
        message = helper.say(there, "The sticker inside the door tells")
        stage.play()
        stage.lin.say(there, "thank you, that was it", reply_to=message)
        stage.play()
        stage.advance(11 * HOUR_S)  # 20:00 in Shanghai, where lin is at home; a new day in Los Angeles
    assert [stage.member(one).contribution for one in (stage.zhou, stage.he)] == [4, 0]
    clean(stage)


# When home changes -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("hours", [1, 6, 12, 16, 20, 23])
def test_one_who_checks_in_every_day_loses_no_streak_by_moving_east(stage: Stage, hours: int) -> None:
    lives_in(stage, ANGELES)
    stage.advance(hours * HOUR_S)
    for _ in range(4):
        checked_in(stage, private(stage))
        stage.advance(24 * HOUR_S)
    assert streak(stage) == 4
    lives_in(stage, SHANGHAI)
    checked_in(stage, private(stage))
    stage.advance(24 * HOUR_S)
    checked_in(stage, private(stage))
    assert streak(stage) == 6
    clean(stage)


def test_a_day_that_is_taken_in_the_new_zone_is_not_paid_again(stage: Stage) -> None:
    lives_in(stage, ANGELES)
    stage.advance(10 * HOUR_S)  # Monday, 03:00 in Los Angeles, which is Sunday still; 19:00 in Shanghai
    checked_in(stage, private(stage))
    lives_in(stage, SHANGHAI)
    checked_in(stage, private(stage))
    assert (points(stage), streak(stage)) == (2, 1)
    stage.advance(9 * HOUR_S)
    checked_in(stage, private(stage))
    assert (points(stage), streak(stage)) == (4, 2)
    clean(stage)


def test_the_day_that_a_change_has_passed_over_costs_no_shield_and_shows_as_no_gap(stage: Stage) -> None:
    lives_in(stage, ANGELES)
    stage.advance(4 * HOUR_S)
    checked_in(stage, private(stage))  # Sunday, 21:00
    lives_in(stage, SHANGHAI)
    stage.advance(33 * HOUR_S)  # Tuesday, 22:00 in Shanghai; Monday, 06:00 in Los Angeles
    stage.lin.say(private(stage), "签到情况")
    stage.play()
    shown = stage.said(stage.lin)[-1]
    assert "⬜⬜" not in shown.split("🟩 签到")[0] and "连续 1 天" in shown
    stage.lin.say(private(stage), "补签")
    checked_in(stage, private(stage))
    assert streak(stage) == 2
    clean(stage)


def test_a_whole_day_missed_breaks_the_streak_whatever_has_changed(stage: Stage) -> None:
    lives_in(stage, ANGELES)
    checked_in(stage, private(stage))
    lives_in(stage, SHANGHAI)
    stage.advance(72 * HOUR_S)
    checked_in(stage, private(stage))
    assert streak(stage) == 1


def test_moving_west_gives_no_day_twice(stage: Stage) -> None:
    checked_in(stage, private(stage))  # Monday in Shanghai
    lives_in(stage, ANGELES)
    stage.advance(11 * HOUR_S)  # Monday, 04:00 in Los Angeles
    checked_in(stage, private(stage))
    assert points(stage) == 2
    stage.advance(24 * HOUR_S)
    checked_in(stage, private(stage))
    assert (points(stage), streak(stage)) == (4, 2)
    clean(stage)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 30), st.sampled_from([None, SHANGHAI, ANGELES, BERLIN])), max_size=16))
def test_however_home_changes_points_are_of_different_days_and_no_more_than_days_have_gone_by(
    steps: list[tuple[int, str | None]],
) -> None:
    stage, hours = Stage(), 0
    checked_in(stage, private(stage))
    for pause, zone in steps:
        stage.clock.advance(pause * HOUR_S)
        hours += pause
        if zone:
            lives_in(stage, zone)
        checked_in(stage, private(stage))
    lin = stage.member(stage.lin).id
    made = [one for member, one in stage.do(lambda tx: list(checkins.everything(tx))) if member == lin]
    paid = [one for one in made if one.how is How.MADE]
    assert len({one.day for one in paid}) == len(paid) <= hours // 24 + 2
    clean(stage)


@settings(max_examples=40, deadline=None)
@given(
    st.integers(0, 23),
    st.lists(st.sampled_from([None, SHANGHAI, ANGELES, BERLIN, "Pacific/Kiritimati", "Pacific/Pago_Pago"]), max_size=8),
)
def test_one_check_in_every_day_at_the_same_time_is_one_streak_however_home_changes(
    hour: int, zones: list[str | None]
) -> None:
    stage = Stage()
    stage.clock.advance(hour * HOUR_S)
    lin, streaks = stage.member(stage.lin).id, []
    for zone in (None, None, *zones):
        if zone:
            lives_in(stage, zone)
        checked_in(stage, private(stage))
        last = stage.do(lambda tx: checkins.last(tx, lin))
        streaks.append(last.streak if last else 0)
        stage.clock.advance(24 * HOUR_S)
    assert streaks == sorted(streaks) and streaks[1] == 2
    clean(stage)


# When the brand's days begin at another hour -------------------------------------------------------------------------


def begins(stage: Stage, at: str) -> None:
    """The bot starts with days that begin at that hour."""
    stage.restart(replace(stage.programme, brand=replace(stage.programme.brand, day_starts_at=at)))


def test_a_day_that_begins_earlier_from_now_on_is_not_paid_twice(stage: Stage) -> None:
    begins(stage, "05:00")
    stage.advance(19.5 * HOUR_S)  # Tuesday, 04:30: Monday still
    checked_in(stage, private(stage))
    begins(stage, "04:00")
    stage.advance(60)
    checked_in(stage, private(stage))
    assert (points(stage), streak(stage)) == (2, 1)
    stage.advance(24 * HOUR_S)
    checked_in(stage, private(stage))
    assert (points(stage), streak(stage)) == (4, 2)
    clean(stage)


@pytest.mark.parametrize(
    ("before", "after"), [("10:00", "08:30"), ("12:00", "00:00"), ("04:00", "10:00"), ("08:30", "12:00")]
)
def test_who_checks_in_every_day_at_the_same_time_loses_no_streak_by_days_that_begin_at_another_hour(
    stage: Stage, before: str, after: str
) -> None:
    begins(stage, before)
    for day in range(8):
        checked_in(stage, private(stage))  # at 09:00
        if day == 3:
            begins(stage, after)
        stage.advance(24 * HOUR_S)
    assert streak(stage) >= 7
    clean(stage)


def test_a_day_missed_is_missed_whenever_days_begin(stage: Stage) -> None:
    begins(stage, "10:00")
    checked_in(stage, private(stage))
    begins(stage, "08:30")
    stage.advance(72 * HOUR_S)
    checked_in(stage, private(stage))
    assert streak(stage) == 1


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 23),
    st.lists(st.sampled_from([None, "00:00", "04:00", "12:00", "20:00"]), min_size=2, max_size=7),
    st.lists(st.integers(0, 23), min_size=7, max_size=7),
)
def test_one_check_in_every_day_at_the_same_time_is_one_streak_however_often_the_hour_changes(
    hour: int, starts: list[str | None], when: list[int]
) -> None:
    stage = Stage()
    stage.clock.advance(hour * HOUR_S)
    lin, streaks = stage.member(stage.lin).id, []
    for at, changed in zip((None, *starts), (0, *when), strict=False):
        stage.clock.advance(changed * HOUR_S)
        if at:
            begins(stage, at)
        stage.clock.advance((24 - changed) * HOUR_S)
        checked_in(stage, private(stage))
        last = stage.do(lambda tx: checkins.last(tx, lin))
        streaks.append(last.streak if last else 0)
    assert streaks == sorted(streaks)
    clean(stage)


def test_an_hour_that_is_changed_to_and_fro_ends_no_streak(stage: Stage) -> None:
    begins(stage, "00:00")
    stage.advance(15.2 * HOUR_S)  # Tuesday, 00:12
    checked_in(stage, private(stage))
    begins(stage, "04:00")
    stage.advance(24 * HOUR_S)  # Wednesday, 00:12, which is Tuesday still: there already
    checked_in(stage, private(stage))
    stage.advance(17 * HOUR_S)
    begins(stage, "00:00")
    stage.advance(7 * HOUR_S)  # Thursday, 00:12, and by the hour before Wednesday was not over
    checked_in(stage, private(stage))
    assert (points(stage), streak(stage)) == (4, 2)
    clean(stage)
