"""Check-in, shields and made-up days on the real database."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actions.daily.checkin import MadeUp, StreakShown, check_in, make_up, show
from actions.daily.shield import helped
from rules.daily.checkin import AlreadyCheckedIn, NothingToMakeUp
from rules.daily.shield import NoShield, Shields
from rules.occasion import Occasion
from rules.values import replace
from storage.daily import checkins, shields
from storage.engine.tx import Tx
from storage.ledger import ledger
from tests.stage import Stage

DAY_S = 86_400


def on_day(stage: Stage, n: int) -> Occasion:
    """The n-th day from Monday, in the community."""
    return replace(stage.occasion(), now=int(stage.clock.now()) + n * DAY_S)


def attend(stage: Stage, *days: int) -> None:
    """Lin checks in on those days."""
    lin = stage.member(stage.lin)
    for n in days:
        occasion = on_day(stage, n)
        stage.do(lambda tx, occasion=occasion: check_in(tx, lin, occasion))


def make_up_on(stage: Stage, n: int) -> MadeUp:
    """Lin mends a missed day on the n-th day."""
    lin, occasion = stage.member(stage.lin), on_day(stage, n)
    return stage.do(lambda tx: make_up(tx, lin, occasion))


def show_on(stage: Stage, n: int) -> StreakShown:
    """Lin looks at the streak on the n-th day."""
    lin, occasion = stage.member(stage.lin), on_day(stage, n)
    return stage.do(lambda tx: show(tx, lin, occasion))


def equip(stage: Stage, have: int) -> None:
    """Lin has that many shields."""
    lin = stage.member(stage.lin).id
    stage.do(lambda tx: shields.put(tx, lin, Shields(have)))


def streaks(stage: Stage) -> list[int]:
    """The streak of each of Lin's check-ins, oldest first."""
    lin = stage.member(stage.lin).id
    return [made.streak for made in stage.do(lambda tx: checkins.since(tx, lin, date(2026, 1, 1)))]


def test_a_shield_joins_the_days_on_both_sides(stage: Stage) -> None:
    attend(stage, 0, 1, 2, 4)
    equip(stage, 1)
    done = make_up_on(stage, 4)
    assert (done.day, done.streak, done.left) == (date(2026, 11, 19), 5, 0)
    assert streaks(stage) == [1, 2, 3, 4, 5]


def test_a_made_up_day_pays_nothing_and_takes_no_place_of_that_day(stage: Stage) -> None:
    attend(stage, 0, 2)
    equip(stage, 1)
    lin = stage.member(stage.lin)
    paid = stage.do(lambda tx: ledger.balance(tx, lin.id)).posted
    make_up_on(stage, 2)
    assert stage.do(lambda tx: ledger.balance(tx, lin.id)).posted == paid
    group = stage.community().id
    assert stage.do(lambda tx: checkins.count_on(tx, date(2026, 11, 17), group)) == 0


def test_without_a_shield_nothing_is_mended_and_the_helps_to_go_are_told(stage: Stage) -> None:
    attend(stage, 0, 2)
    with pytest.raises(NoShield) as refused:
        make_up_on(stage, 2)
    assert refused.value.missing == 3
    assert streaks(stage) == [1, 1]


def test_only_the_last_days_can_be_mended(stage: Stage) -> None:
    attend(stage, 0, 2, 3, 4, 5)
    equip(stage, 3)
    lin = stage.member(stage.lin)
    with pytest.raises(NothingToMakeUp) as refused:
        make_up_on(stage, 5)
    assert refused.value.shields == 3
    assert stage.do(lambda tx: shields.get(tx, lin.id)).have == 3


def test_two_missed_days_take_two_shields(stage: Stage) -> None:
    attend(stage, 0, 1, 4)
    equip(stage, 3)
    first = make_up_on(stage, 4)
    second = make_up_on(stage, 4)
    assert (first.streak, second.streak, second.left) == (2, 5, 1)
    assert (first.first, second.first) == (True, False)


def test_a_milestone_that_a_made_up_day_reaches_is_paid_once(stage: Stage) -> None:
    attend(stage, 0, 1, 2, 3, 4, 5, 7)
    equip(stage, 1)
    done = make_up_on(stage, 7)
    assert (done.streak, done.milestones) == (8, 10)
    attend(stage, 8)
    assert streaks(stage)[-1] == 9


def test_a_milestone_of_the_days_after_the_gap_is_not_paid_again_by_mending_it(stage: Stage) -> None:
    lenient = Stage(replace(stage.programme, streak=replace(stage.programme.streak, make_up_days=20)))
    attend(lenient, 0, 1, 3, 4, 5, 6, 7, 8, 9)
    equip(lenient, 1)
    done = make_up_on(lenient, 9)
    assert (done.streak, done.milestones) == (10, 0)


def test_a_hundred_wishes_to_mend_use_one_shield(stage: Stage) -> None:
    attend(stage, 0, 2)
    equip(stage, 1)
    lin = stage.member(stage.lin)
    mended = 0
    for _ in range(100):
        try:
            make_up_on(stage, 2)
            mended += 1
        except (NothingToMakeUp, NoShield):
            continue
    assert mended == 1 and stage.do(lambda tx: shields.get(tx, lin.id)) == Shields(0)


def test_every_third_help_earns_a_shield_each_help_once(stage: Stage) -> None:
    lin = stage.member(stage.lin).id
    occasion = stage.occasion()
    earned = [stage.do(lambda tx, n=n: helped(tx, lin, f"thanks:{n}", occasion)) for n in (1, 2, 2, 3, 3, 4)]
    assert [bool(shield) for shield in earned] == [False, False, False, True, False, False]
    assert stage.do(lambda tx: shields.get(tx, lin)) == Shields(1, 1)


def test_the_streak_tells_what_can_be_mended_only_to_who_has_a_shield(stage: Stage) -> None:
    attend(stage, 0, 2)
    assert show_on(stage, 2).lapsed is None
    equip(stage, 1)
    shown = show_on(stage, 3)
    assert (shown.lapsed, shown.streak, shown.longest, shown.done_today) == (date(2026, 11, 17), 1, 1, False)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(["come", "come", "come", "skip", "mend"]), max_size=45))
def test_whatever_somebody_does_streaks_are_days_in_a_row_and_milestones_are_paid_once_a_run(acts: list[str]) -> None:
    stage = Stage()
    lin = stage.member(stage.lin)
    equip(stage, 99)
    monday = stage.occasion()

    def live(tx: Tx) -> None:
        n = 0
        for act in acts:
            occasion = replace(monday, now=monday.now + n * DAY_S)
            try:
                if act == "mend":
                    make_up(tx, lin, occasion)
                    continue
                if act == "come":
                    check_in(tx, lin, occasion)
                n += 1
            except (NothingToMakeUp, AlreadyCheckedIn):
                continue

    stage.do(live)
    made = stage.do(lambda tx: checkins.since(tx, lin.id, date(2026, 1, 1)))
    known = {one.day.toordinal() for one in made}
    for one in made:
        day = one.day.toordinal()
        assert one.streak == next(n for n in range(100) if day - n not in known)
    entries = stage.do(lambda tx: ledger.of_member(tx, lin.id, 500))
    paid = sum(entry.rule == "checkin_milestone" for entry in entries)
    reached = sum(one.streak in stage.programme.streak.milestones for one in made)
    assert paid == reached


def test_shields_can_not_be_overspent(stage: Stage) -> None:
    attend(stage, 0, 3)
    equip(stage, 1)
    assert make_up_on(stage, 3).left == 0
    with pytest.raises(NoShield):
        make_up_on(stage, 3)
    assert streaks(stage) == [1, 1, 2]


def test_a_short_streak_is_not_worth_a_word_when_it_breaks(stage: Stage) -> None:
    attend(stage, 0, 1)
    equip(stage, 1)
    lin, wednesday = stage.member(stage.lin), on_day(stage, 3)
    assert stage.do(lambda tx: check_in(tx, lin, wednesday)).lapsed is None
    attend(stage, 4, 5)
    monday = on_day(stage, 7)
    assert stage.do(lambda tx: check_in(tx, lin, monday)).lapsed == date(2026, 11, 22)
