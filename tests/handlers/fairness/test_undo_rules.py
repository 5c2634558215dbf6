"""Every rule that pays, undone: its feature follows, the books agree, and what may be earned again pays again."""

from contextlib import suppress

import pytest

from actions.fairness.unwinding import unwindings
from actions.ledger.reversals import ELSEWHERE
from actions.shop import order, redemption
from rules.declarations import declared
from rules.programme.points import BY_NAME
from rules.values import replace
from storage.ledger import ledger
from tests.handlers.daily.asking import points
from tests.handlers.fairness.undoing import STORIES as OURS
from tests.handlers.fairness.undoing import clean, everything, newest, undo, whispered
from tests.handlers.honour.test_core_arrival import suspended
from tests.shopping import KEYRING, act, put_up
from tests.stage import Stage

STORIES = dict(OURS)
for told in declared("UNDO_STORIES", dict, "tests.handlers"):
    STORIES |= told


def test_every_rule_that_pays_says_what_goes_with_it() -> None:
    assert set(STORIES) | {"forfeit"} == set(BY_NAME), (
        "what a forgotten member has forfeited is nobody's to be undone for"
    )
    assert set(unwindings()) | set(ELSEWHERE) == set(BY_NAME)


@pytest.mark.parametrize("rule", STORIES)
def test_undone_its_feature_follows_and_it_is_earned_again_or_told_why_not(rule: str) -> None:
    stage, story = Stage(), STORIES[rule]
    person = story.earn(stage)
    entry, had = newest(stage, person, rule), points(stage, person)
    clean(stage)
    assert story.undone in undo(stage, entry.id)
    clean(stage)
    story.follows(stage)
    if story.undone == "已撤回":
        assert points(stage, person) < had or rule == "deduction"
    left = points(stage, person)
    story.again(stage)
    clean(stage)
    assert points(stage, person) == left + story.pays
    if story.refused:
        speaker = stage.lin
        assert story.refused in whispered(stage, speaker)


@pytest.mark.parametrize("rule", sorted(set(STORIES) - set(ELSEWHERE)))
def test_what_was_undone_by_mistake_comes_back_whole(rule: str) -> None:
    stage = Stage()
    person = STORIES[rule].earn(stage)
    entry, before = newest(stage, person, rule), everything(stage)
    undo(stage, entry.id)
    assert everything(stage) != before
    assert "已经撤回过了" in undo(stage, entry.id)
    reversal = stage.do(lambda tx: ledger.reversal_of(tx, entry.id))
    assert reversal
    assert "已撤回" in undo(stage, reversal.id)
    assert everything(stage) == before
    clean(stage)
    assert "已撤回" in undo(stage, entry.id), "and can be undone again, by the number it always had"
    clean(stage)


@pytest.mark.parametrize("rule", sorted(set(STORIES) - set(ELSEWHERE) - {"deduction"}))
@pytest.mark.parametrize("ends", ["cancelled", "expired", "returned"])
def test_points_of_any_rule_that_were_spent_and_undone_are_not_there_twice(rule: str, ends: str) -> None:
    stage = Stage()
    person = STORIES[rule].earn(stage)
    entry, had = newest(stage, person, rule), points(stage, person)
    reward = put_up(stage, replace(KEYRING, price=had))
    bought = act(stage, redemption.redeem, stage.member(person), redemption.Wish(reward.id, 0, reward.version, had))
    undo(stage, entry.id)
    earned = had - entry.amount
    if ends == "returned":
        act(stage, order.claim, bought.order.id, stage.member(stage.owner))
        act(stage, order.fulfil, bought.order.id, stage.member(stage.owner), None)
        act(stage, order.take_back, bought.order.id, stage.member(stage.owner), "寄错了")
    elif ends == "expired":
        stage.clock.advance(73 * 3600)
        act(stage, order.expire)
    else:
        act(stage, order.cancel, bought.order.id, stage.member(person))
    assert points(stage, person) <= earned, "what goes along with the entry goes as well"
    clean(stage)
    reversal = stage.do(lambda tx: ledger.reversal_of(tx, entry.id))
    assert reversal
    undo(stage, reversal.id)
    assert points(stage, person) == had
    clean(stage)


@pytest.mark.parametrize("rule", ["checkin", "grant"])
def test_what_was_earned_anew_is_not_given_back_as_well(rule: str) -> None:
    stage, story = Stage(), STORIES[rule]
    person = story.earn(stage)
    entry = newest(stage, person, rule)
    undo(stage, entry.id)
    reversal = stage.do(lambda tx: ledger.reversal_of(tx, entry.id))
    assert reversal
    story.again(stage)
    had = points(stage, person)
    answered = undo(stage, reversal.id)
    if rule == "checkin":
        assert "已经重新得过了" in answered
        assert points(stage, person) == had
    clean(stage)


@pytest.mark.parametrize("rule", ["attendance", "checkin", "originality", "quiz"])
def test_what_was_earned_twice_and_undone_twice_comes_back_once(rule: str) -> None:
    stage = Stage()
    person = STORIES[rule].earn(stage)
    first = newest(stage, person, rule)
    undo(stage, first.id)
    STORIES[rule].again(stage)
    second = newest(stage, person, rule)
    had = points(stage, person)
    undo(stage, second.id)
    back, later = (stage.do(lambda tx, one=one: ledger.reversal_of(tx, one.id)) for one in (first, second))
    assert back and later
    assert f"/undo {later.id}" in undo(stage, back.id)
    assert "已撤回" in undo(stage, later.id)
    assert points(stage, person) == had
    assert "重新得过了" in undo(stage, back.id)
    clean(stage)


@pytest.mark.parametrize("rule", sorted(set(STORIES) - set(ELSEWHERE)))
def test_what_came_again_for_nothing_is_paid_by_what_is_given_back(rule: str) -> None:
    stage = Stage()
    person = STORIES[rule].earn(stage)
    entry, had = newest(stage, person, rule), points(stage, person)
    undo(stage, entry.id)
    suspended(stage, person)
    with suppress(StopIteration):  # who is suspended finds no button
        STORIES[rule].again(stage)
    stage.do(lambda tx: tx.run("UPDATE member SET suspended_until = NULL"))
    reversal = stage.do(lambda tx: ledger.reversal_of(tx, entry.id))
    assert reversal
    clean(stage)
    undo(stage, reversal.id)
    clean(stage)
    assert points(stage, person) <= had or rule in ("deduction", "grant")
    undo(stage, entry.id)
    clean(stage)
