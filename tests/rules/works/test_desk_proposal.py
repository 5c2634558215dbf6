"""What the team is asked about a member: from when the same may be asked again, and which reason is one."""

import pytest

from rules.lengths import WordsTooLong
from rules.programme.trust import TrustStep
from rules.values import replace
from rules.works.desk_proposal import DAY_S, REASON_MOST, DeskProposal, ProposalState, again_at, clear_reason
from rules.works.trust import TrustUnclear
from rules.works.trust_proposal import Question

UP = Question(TrustStep.BASE, TrustStep.FRAMEWORK, {"works_approved": 1})
PUT = DeskProposal(1, 2, UP, 1_000, ProposalState.WAITING, None, None, None, None, None)


def test_the_same_is_asked_again_so_long_after_the_last_of_what_happened() -> None:
    assert again_at((None, None), 30) == 0
    assert again_at((500, None, 700, 600), 30) == 700 + 30 * DAY_S


def test_one_that_was_settled_counts_from_then_and_one_that_waits_from_when_it_was_put() -> None:
    assert (PUT.over_at, replace(PUT, settled_at=2_000).over_at) == (1_000, 2_000)


@pytest.mark.parametrize("state", ProposalState)
def test_only_what_waits_or_is_moot_may_still_be_decided(state: ProposalState) -> None:
    assert replace(PUT, state=state).settled is (state not in ("waiting", "moot"))


def test_only_what_waits_and_goes_up_is_hoped_for() -> None:
    down = replace(PUT, question=Question(TrustStep.OPEN, TrustStep.BASE, {}))
    assert (PUT.hopeful, replace(PUT, state=ProposalState.MOOT).hopeful, down.hopeful) == (True, False, False)


def test_a_reason_is_a_word_at_least_and_not_a_page() -> None:
    assert clear_reason(" 再等等 ", TrustUnclear) == "再等等"
    with pytest.raises(TrustUnclear):
        clear_reason(" 哦 ", TrustUnclear)
    with pytest.raises(WordsTooLong):
        clear_reason("长" * (REASON_MOST + 1), TrustUnclear)
