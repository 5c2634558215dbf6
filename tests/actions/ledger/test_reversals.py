"""Taking an entry back, with everything it had led to."""

from typing import Any

import pytest

from actions.ledger import paying, reversals
from actions.ledger.paying import Payment
from rules.ledger.ledger import AlreadyReversed, Cause, House, NoSuchEntry, NotEnoughPoints, NotReversible
from rules.periods import periods
from sandbox.world.people import Person
from storage.ledger import ledger
from tests.stage import Stage

DAY_S = 86_400


def earn(stage: Stage, person: Person, points: int, subject: str = "1") -> Payment:
    member, occasion = stage.member(person), stage.occasion()
    return stage.do(lambda tx: paying.give(tx, member, "answer_accepted", subject, occasion, points=points))


def spend(stage: Stage, person: Person, points: int) -> None:
    member, occasion = stage.member(person), stage.occasion()
    cause = Cause("spent", "deduction", "test", occasion.now, occasion.day.isoformat())
    stage.do(lambda tx: ledger.take(tx, member.id, points, cause, House.SHOP))


def undo(stage: Stage, entry: int, **how: Any) -> reversals.TakenBack:
    mo, occasion = stage.member(stage.mo), stage.occasion()
    return stage.do(lambda tx: reversals.take_back(tx, entry, occasion, mo, "记错了", **how))


def deduction(stage: Stage) -> int:
    """The entry by which points were spent."""
    entry = stage.do(lambda tx: ledger.by_key(tx, "spent"))
    assert entry
    return int(entry.id)


def free(stage: Stage, person: Person) -> int:
    member = stage.member(person)
    return stage.do(lambda tx: ledger.balance(tx, member.id)).free


def totals(stage: Stage) -> list[Any]:
    return stage.do(
        lambda tx: tx.all("SELECT scope, period, points, assist, newcomer FROM tally ORDER BY scope, period")
    )


def test_balance_boards_contribution_and_level_are_as_they_were(stage: Stage) -> None:
    grant = earn(stage, stage.lin, 70)
    assert stage.member(stage.lin).level == "active"
    taken = undo(stage, grant.entry)
    assert (free(stage, stage.lin), stage.member(stage.lin).contribution, stage.member(stage.lin).level) == (
        0,
        0,
        "newcomer",
    )
    assert all((row.points, row.assist) == (0, 0) for row in totals(stage))
    assert (taken.entry.reverses, taken.entry.reason, taken.written_off) == (grant.entry, "记错了", 0)


def test_boards_lose_it_in_the_week_in_which_it_had_counted(stage: Stage) -> None:
    grant = earn(stage, stage.xin, 20)
    earned_in = periods(stage.occasion().day)
    stage.clock.advance(40 * DAY_S)
    undo(stage, grant.entry)
    assert {row.period for row in totals(stage)} == set(earned_in)
    assert all((row.points, row.assist, row.newcomer) == (0, 0, 0) for row in totals(stage))


def test_points_that_were_spent_are_not_taken_back_from_a_member_who_would_owe_them(stage: Stage) -> None:
    grant = earn(stage, stage.lin, 20)
    spend(stage, stage.lin, 15)
    with pytest.raises(NotEnoughPoints):
        undo(stage, grant.entry)
    assert (free(stage, stage.lin), stage.member(stage.lin).contribution) == (5, 20)


def test_forced_by_staff_the_brand_makes_up_what_was_spent_and_nobody_is_in_debt(stage: Stage) -> None:
    grant = earn(stage, stage.lin, 20)
    spend(stage, stage.lin, 15)
    taken = undo(stage, grant.entry, forced=True)
    assert (taken.written_off, free(stage, stage.lin), stage.member(stage.lin).contribution) == (15, 0, 0)
    assert all(row.points == 0 for row in totals(stage))


def test_what_the_brand_makes_up_counts_for_nothing(stage: Stage) -> None:
    grant = earn(stage, stage.lin, 20)
    spend(stage, stage.lin, 15)
    undo(stage, grant.entry, forced=True)
    made_up = stage.do(lambda tx: ledger.by_key(tx, f"write_off:{grant.entry}"))
    assert made_up
    assert (made_up.amount, made_up.contribution) == (15, 0)


def test_nothing_is_made_up_where_nothing_is_missing(stage: Stage) -> None:
    grant = earn(stage, stage.lin, 20)
    assert undo(stage, grant.entry, forced=True).written_off == 0
    assert stage.do(lambda tx: ledger.by_key(tx, f"write_off:{grant.entry}")) is None


def test_points_that_come_back_are_first_the_brands_that_had_made_them_up(stage: Stage) -> None:
    grant = earn(stage, stage.lin, 20)
    spend(stage, stage.lin, 15)
    undo(stage, grant.entry, forced=True)
    spent, occasion = deduction(stage), stage.occasion()
    assert stage.do(lambda tx: reversals.consequences(tx, spent, occasion)).points == 0
    assert (undo(stage, spent).points, free(stage, stage.lin)) == (0, 0)


def test_a_single_point_that_carried_somebody_to_a_level_takes_it_along(stage: Stage) -> None:
    earn(stage, stage.lin, 59, "other")
    last = earn(stage, stage.lin, 1)
    assert stage.member(stage.lin).level == "active"
    undo(stage, last.entry)
    assert stage.member(stage.lin).level == "newcomer"


def test_only_what_was_taken_back_in_one_go_belongs_together(stage: Stage) -> None:
    """Whichever of two is asked about first; an entry that reverses nothing belongs to none."""
    answer, thanks, other = (earn(stage, stage.lin, 10, subject) for subject in ("1", "2", "3"))
    leading = undo(stage, answer.entry).entry
    along = undo(stage, thanks.entry, along_with=answer.entry).entry
    alone = undo(stage, other.entry).entry
    assert reversals.together(leading, along)
    assert reversals.together(along, leading)
    assert not reversals.together(leading, alone)
    assert not reversals.together(alone, along)
    earned = stage.do(lambda tx: ledger.get(tx, answer.entry))
    assert earned
    assert not reversals.together(earned, leading)
    assert not reversals.together(leading, earned)


def test_taking_back_twice_is_refused_and_changes_nothing_more(stage: Stage) -> None:
    earn(stage, stage.lin, 30, "other")
    grant = earn(stage, stage.lin, 20)
    undo(stage, grant.entry)
    for _ in range(3):
        with pytest.raises(AlreadyReversed):
            undo(stage, grant.entry, forced=True)
    assert (free(stage, stage.lin), stage.member(stage.lin).contribution) == (30, 30)


def test_what_was_taken_back_by_mistake_can_be_given_again(stage: Stage) -> None:
    grant = earn(stage, stage.lin, 70)
    taken = undo(stage, grant.entry)
    undo(stage, taken.entry.id)
    lin = stage.member(stage.lin)
    assert (free(stage, stage.lin), lin.contribution, lin.level) == (70, 70, "active")
    assert {row.points for row in totals(stage)} == {70}


def test_a_deduction_taken_back_gives_the_points_again_and_counts_nowhere(stage: Stage) -> None:
    earn(stage, stage.lin, 20)
    spend(stage, stage.lin, 15)
    undo(stage, deduction(stage))
    assert (free(stage, stage.lin), stage.member(stage.lin).contribution) == (20, 20)


def test_the_preview_tells_what_will_happen_and_does_nothing(stage: Stage) -> None:
    grant = earn(stage, stage.lin, 70)
    spend(stage, stage.lin, 60)
    occasion = stage.occasion()
    ahead = stage.do(lambda tx: reversals.consequences(tx, grant.entry, occasion))
    assert (ahead.points, ahead.missing, ahead.contribution, ahead.level) == (-70, 60, 0, "newcomer")
    assert free(stage, stage.lin) == 10


def test_unknown_numbers_and_holds_are_refused(stage: Stage) -> None:
    earn(stage, stage.lin, 20)
    lin, occasion = stage.member(stage.lin), stage.occasion()
    cause = Cause("held", "deduction", "test", occasion.now, occasion.day.isoformat())
    held = stage.do(lambda tx: ledger.hold(tx, lin.id, 5, cause))
    with pytest.raises(NotReversible):
        undo(stage, held.id)
    with pytest.raises(NoSuchEntry):
        undo(stage, 999)
