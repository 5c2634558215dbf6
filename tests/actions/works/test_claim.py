"""A work in the hands of one reviewer: nobody else decides meanwhile, and nobody keeps it for ever."""

import pytest

from actions.operations import roles
from actions.works import claim, review, review_card
from rules.lengths import WordsTooLong
from rules.people import Role
from rules.refusals import ButtonGone, InYourHands, NotForYourself, NotYoursToTakeOver
from rules.works.review import WORDS_MOST, Decision, InOtherHands, NewerVersion, ReviewedAlready
from tests.actions.works.reviewing import GOOD, HOUR_S, MINUTE_S, claimed, decided, submitted
from tests.databases import rows
from tests.shopping import act
from tests.stage import Stage


def test_who_has_a_work_in_hand_keeps_it_for_an_hour_and_each_remark_begins_the_hour_anew(stage: Stage) -> None:
    number = submitted(stage)
    claimed(stage, number, stage.rui)
    stage.clock.advance(59 * MINUTE_S)
    act(stage, claim.toggle, number, 1, GOOD, stage.member(stage.rui))
    stage.clock.advance(59 * MINUTE_S)
    with pytest.raises(InOtherHands) as told:
        claimed(stage, number, stage.mo)
    assert told.value.name == stage.member(stage.rui).name
    stage.clock.advance(2 * MINUTE_S)
    claimed(stage, number, stage.mo)
    with pytest.raises(InOtherHands):
        act(stage, claim.toggle, number, 1, GOOD, stage.member(stage.rui))


def test_what_is_put_back_is_free_for_others_without_what_was_said(stage: Stage) -> None:
    number = submitted(stage)
    act(stage, claim.toggle, number, 1, GOOD, stage.member(stage.rui))
    with pytest.raises(InOtherHands):
        act(stage, claim.release, number, 1, stage.member(stage.mo))
    act(stage, claim.release, number, 1, stage.member(stage.rui))
    claimed(stage, number, stage.mo)
    shown = act(stage, review_card.card, number)
    assert (shown.reviewer, shown.chips) == (stage.member(stage.mo).name, ())


def test_nobody_reviews_their_own_work_an_older_version_or_what_is_gone(stage: Stage) -> None:
    number = submitted(stage)
    with pytest.raises(NotForYourself):
        claimed(stage, number, stage.lin)
    with pytest.raises(NewerVersion) as newer:
        claimed(stage, number, stage.rui, version=2)
    assert newer.value.version == 1
    with pytest.raises(ButtonGone):
        claimed(stage, 99, stage.rui)


def test_words_are_added_to_words_as_long_as_they_fit(stage: Stage) -> None:
    number, rui = submitted(stage), stage.member(stage.rui)
    for words in (" 开头很好 ", "结尾再短一点"):
        act(stage, claim.say, number, words, rui)
    with pytest.raises(WordsTooLong):
        act(stage, claim.say, number, "长" * WORDS_MOST, rui)
    assert act(stage, review_card.card, number).words == "开头很好\n结尾再短一点"


def test_what_another_has_in_hand_is_taken_over_without_what_they_had_composed(stage: Stage) -> None:
    number = submitted(stage)
    act(stage, claim.toggle, number, 1, GOOD, stage.member(stage.rui))
    with pytest.raises(NotYoursToTakeOver):
        act(stage, claim.take_over, number, 1, stage.member(stage.mo))
    act(stage, claim.take_over, number, 1, stage.member(stage.owner))
    shown = act(stage, review_card.card, number)
    assert (shown.reviewer, shown.chips) == (stage.member(stage.owner).name, ())
    with pytest.raises(InOtherHands):
        claimed(stage, number, stage.rui)
    with pytest.raises(InYourHands):
        act(stage, claim.take_over, number, 1, stage.member(stage.owner))
    acts = rows(stage.connection, "SELECT actor, subject FROM audit WHERE act = 'review.take_over'")
    assert [tuple(row) for row in acts] == [(stage.member(stage.owner).id, stage.member(stage.rui).id)]


def test_nobody_takes_over_their_own_work_or_what_was_decided(stage: Stage) -> None:
    number = submitted(stage)
    with pytest.raises(NotForYourself):
        act(stage, claim.take_over, number, 1, stage.member(stage.lin))
    decided(stage, number, Decision.APPROVED, GOOD)
    with pytest.raises(ReviewedAlready):
        act(stage, claim.take_over, number, 1, stage.member(stage.mo))


def test_a_claim_that_lapsed_is_freed_and_a_fresh_one_is_not(stage: Stage) -> None:
    number = submitted(stage)
    claimed(stage, number, stage.rui)
    stage.clock.advance(HOUR_S)
    assert act(stage, claim.freed) == []
    stage.clock.advance(1)
    assert act(stage, claim.freed) == [number]
    assert act(stage, claim.freed) == []


def test_what_is_in_the_hands_of_one_who_no_longer_reviews_is_freed_at_once(stage: Stage) -> None:
    number = submitted(stage)
    claimed(stage, number, stage.rui)
    owner = stage.member(stage.owner)
    act(stage, roles.dismiss, owner, frozenset({Role.OWNER}), stage.member(stage.rui), Role.REVIEWER)
    assert act(stage, claim.freed) == [number]
    claimed(stage, number, stage.mo)


def test_a_list_names_who_has_a_work_in_hand_until_the_claim_lapses(stage: Stage) -> None:
    number = submitted(stage)
    assert [one.claimed_by for one in act(stage, review.waiting)] == [None]
    claimed(stage, number, stage.rui)
    stage.clock.advance(HOUR_S)
    assert [one.claimed_by for one in act(stage, review.waiting)] == [stage.member(stage.rui).name]
    stage.clock.advance(1)
    assert [one.claimed_by for one in act(stage, review.waiting)] == [None]
    stage.clock.advance(24 * HOUR_S)
    assert [one.claimed_by for one in act(stage, review.overdue)] == [None]
