"""Paying for a fact: once, where and when it was earned, with boards, contribution and level."""

import pytest

from actions.ledger import paying, reversals
from actions.ledger.paying import Payment
from rules.ledger.ledger import KeyReused
from rules.note import LEVEL, Matter
from rules.occasion import Occasion
from rules.people import BRAND
from rules.programme.levels import EVERYBODY, Level, Levels
from rules.programme.programme import Programme
from rules.programme.shop import Layer, Shop
from rules.values import replace
from sandbox.world.people import Person
from storage import groups, notes
from storage.ledger import ledger
from tests.databases import rows
from tests.stage import Stage

DAY_S = 86_400
HARDER = Programme(
    levels=Levels((Level("newcomer", "新晋", 0), Level("active", "活跃", 500))),
    shop=Shop(layers=(Layer("all", "好礼"),)),
)


def paid(stage: Stage, person: Person, points: int | None = None, subject: object = "1", **more: object) -> Payment:
    """That person is paid for a helpful answer, on this occasion unless another `occasion` is given."""
    member, occasion = stage.member(person), more.pop("occasion", stage.occasion())
    assert isinstance(occasion, Occasion)
    return stage.do(
        lambda tx: paying.give(tx, member, "answer_accepted", subject, occasion, points=points, **more)  # type: ignore[arg-type]
    )


def taken_back(stage: Stage, entry: int) -> int:
    mo, occasion = stage.member(stage.mo), stage.occasion()
    return stage.do(lambda tx: reversals.take_back(tx, entry, occasion, mo, "看错了")).entry.id


def tallied(stage: Stage, column: str = "assist") -> dict[tuple[int, str], int]:
    """What stands on the boards, by scope and period."""
    found = rows(stage.connection, f"SELECT scope, period, {column} FROM tally")
    return {(scope, period): score for scope, period, score in found}


def test_without_a_number_the_brands_own_points_are_paid(stage: Stage) -> None:
    grant = paid(stage, stage.lin)
    assert (grant.points, grant.free) == (stage.programme.points["answer_accepted"],) * 2
    assert stage.member(stage.lin).contribution == grant.points


def test_what_is_worth_nothing_leaves_no_entry_and_tells_the_points_there_are(stage: Stage) -> None:
    paid(stage, stage.lin, 7)
    assert paid(stage, stage.lin, 0, "2") == Payment(0, 7, 0, None)
    assert tallied(stage, "points") == dict.fromkeys(tallied(stage), 7)


def test_the_same_fact_is_paid_once_and_answered_with_the_same_entry(stage: Stage) -> None:
    first, second = paid(stage, stage.lin, 15), paid(stage, stage.lin, 15)
    assert (second.entry, second.free, second.promotion) == (first.entry, 15, None)
    assert stage.member(stage.lin).contribution == 15
    assert set(tallied(stage).values()) == {15}


def test_the_same_fact_with_other_points_is_a_defect(stage: Stage) -> None:
    paid(stage, stage.lin, 15)
    with pytest.raises(KeyReused):
        paid(stage, stage.lin, 16)


@pytest.mark.parametrize("points", [15, 16])
def test_what_was_taken_back_can_be_earned_anew_and_then_again_only_once(stage: Stage, points: int) -> None:
    lin = stage.member(stage.lin)
    first = paid(stage, stage.lin, 15)
    taken_back(stage, first.entry)
    assert not stage.do(lambda tx: paying.paid(tx, lin, "answer_accepted", "1"))
    second, third = paid(stage, stage.lin, points), paid(stage, stage.lin, points)
    assert first.entry != second.entry == third.entry
    assert third.free == points
    assert stage.do(lambda tx: paying.paid(tx, lin, "answer_accepted", "1"))


def test_what_was_given_again_is_not_paid_a_second_time(stage: Stage) -> None:
    first = paid(stage, stage.lin, 15)
    taken_back(stage, taken_back(stage, first.entry))
    assert (paid(stage, stage.lin, 15).entry, paid(stage, stage.lin, 15).free) == (first.entry, 15)


def test_boards_of_the_group_and_of_the_brand_count_it(stage: Stage) -> None:
    group = stage.community().id
    paid(stage, stage.lin, 15)
    assert {scope for scope, _ in tallied(stage)} == {BRAND, group}


def test_what_happens_in_private_or_in_the_staff_group_counts_at_home(stage: Stage) -> None:
    group, staff = stage.community().id, stage.do(groups.staff)
    assert staff
    for n, elsewhere in enumerate((None, staff.id)):
        occasion = replace(stage.occasion(), group=elsewhere, message=7)
        entry = paid(stage, stage.lin, 4, str(n), occasion=occasion).entry
        kept = stage.do(lambda tx, entry=entry: ledger.get(tx, entry))
        assert kept
        assert (kept.group, kept.message) == (group, None)
    assert {scope for scope, _ in tallied(stage)} == {BRAND, group}
    assert set(tallied(stage).values()) == {8}


def test_what_is_paid_later_counts_on_the_day_on_which_it_was_earned(stage: Stage) -> None:
    earned_at = stage.occasion().now
    stage.clock.advance(40 * DAY_S)
    entry = paid(stage, stage.xin, 15, earned_at=earned_at).entry
    assert {period for _, period in tallied(stage)} == {"2026-W47", "2026-11", "2026-Q4", "all"}
    assert set(tallied(stage, "newcomer").values()) == {15}, "a newcomer's then, though not any more"
    found = stage.do(lambda tx: ledger.get(tx, entry))
    assert found
    assert (found.day, found.at) == ("2026-11-16", earned_at + 40 * DAY_S)


@pytest.mark.parametrize(("days", "points"), [(0, 15), (30, 0)])
def test_a_newcomers_board_counts_the_first_thirty_days(stage: Stage, days: int, points: int) -> None:
    stage.clock.advance(days * DAY_S)
    paid(stage, stage.xin, 15)
    assert set(tallied(stage, "newcomer").values()) == {points}


def test_the_last_second_of_being_new_still_counts(stage: Stage) -> None:
    stage.clock.advance(30 * DAY_S - 1)
    paid(stage, stage.xin, 15)
    assert set(tallied(stage, "newcomer").values()) == {15}


def test_a_level_is_reached_at_its_threshold_and_told_with_the_one_before(stage: Stage) -> None:
    assert paid(stage, stage.lin, 59).promotion is None
    promotion = paid(stage, stage.lin, 1, "2").promotion
    assert promotion
    assert (promotion.level, promotion.title, promotion.before) == ("active", "活跃车友", "新晋车友")
    assert paid(stage, stage.lin, 1, "3").promotion is None
    found = rows(stage.connection, "SELECT level, chat_group, told_at FROM promotion")
    assert [tuple(row) for row in found] == [("active", stage.community().id, None)]


def test_a_level_from_before_the_ladder_was_changed_is_kept_by_earning(stage: Stage) -> None:
    paid(stage, stage.lin, 60)
    stage.restart(HARDER)
    assert paid(stage, stage.lin, 10, "2").promotion is None
    assert (stage.member(stage.lin).level, stage.member(stage.lin).contribution) == ("active", 70)


@pytest.mark.parametrize(("back", "told"), [(60, False), (30, True)])
def test_news_of_a_level_that_is_lost_again_is_moot(stage: Stage, back: int, told: bool) -> None:
    lin, now = stage.member(stage.lin), stage.occasion().now
    entries = {points: paid(stage, stage.lin, points, points).entry for points in (60, 30)}
    stage.do(lambda tx: notes.put(tx, lin.id, Matter.NEWS, LEVEL, "晋级了", "[]", now, now + DAY_S))
    taken_back(stage, entries[back])
    assert stage.member(stage.lin).level == ("active" if told else "newcomer")
    assert len(stage.do(lambda tx: notes.waiting(tx, lin.id, 5))) == told


def test_news_of_a_level_that_is_kept_from_before_stay_when_more_is_earned(stage: Stage) -> None:
    lin, now = stage.member(stage.lin), stage.occasion().now
    paid(stage, stage.lin, 60)
    stage.restart(HARDER)
    stage.do(lambda tx: notes.put(tx, lin.id, Matter.NEWS, LEVEL, "晋级了", "[]", now, now + DAY_S))
    paid(stage, stage.lin, 10, "2")
    assert len(stage.do(lambda tx: notes.waiting(tx, lin.id, 5))) == 1


def test_points_of_a_rule_that_does_not_count_are_spent_but_make_no_contribution(stage: Stage) -> None:
    lin, occasion = stage.member(stage.lin), stage.occasion()
    grant = stage.do(lambda tx: paying.give(tx, lin, "write_off", "1", occasion, points=80))
    assert (grant.free, grant.promotion) == (80, None)
    found = stage.do(lambda tx: ledger.get(tx, grant.entry))
    assert found
    assert found.contribution == 0
    assert (stage.member(stage.lin).contribution, stage.member(stage.lin).level) == (0, EVERYBODY)
    assert tallied(stage) == {}


def test_an_entry_says_by_whom_why_where_and_by_which_rules_it_was_paid(stage: Stage) -> None:
    mo, occasion = stage.member(stage.mo), replace(stage.occasion(), message=55)
    entry = paid(stage, stage.lin, 5, actor=mo, reason="讲得清楚", occasion=occasion).entry
    found = stage.do(lambda tx: ledger.get(tx, entry))
    assert found
    assert (found.actor, found.reason, found.group, found.message) == (mo.id, "讲得清楚", occasion.group, 55)
    row = rows(stage.connection, "SELECT key, rule, version FROM transfer WHERE id = :id", id=entry)[0]
    assert tuple(row) == (f"answer_accepted:{stage.member(stage.lin).id}:1", "answer_accepted", stage.programme.version)
