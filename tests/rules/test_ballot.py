"""Votes are counted: one leads, several do, or too few have voted."""

from hypothesis import given
from hypothesis import strategies as st

from rules.ballot import Count, Verdict, counted, result


def test_one_choice_leads() -> None:
    found = result(counted(3, [2, 2, 1]), eligible=10, quorum=3)
    assert found.verdict is Verdict.DECIDED
    assert found.leading == (2,)
    assert found.counts == (Count(2, 2), Count(1, 1), Count(3, 0))
    assert (found.turnout, found.eligible) == (3, 10)


def test_several_lead_together() -> None:
    found = result(counted(3, [1, 1, 3, 3, 2]), eligible=10, quorum=1)
    assert found.verdict is Verdict.TIED
    assert found.leading == (1, 3)


def test_too_few_votes_decide_nothing() -> None:
    assert result(counted(2, [1, 1]), eligible=10, quorum=3).verdict is Verdict.TOO_FEW
    assert result(counted(2, []), eligible=10, quorum=1).verdict is Verdict.TOO_FEW


@given(st.lists(st.integers(1, 5)), st.integers(1, 10))
def test_every_vote_is_counted_once_and_who_leads_has_most(votes: list[int], quorum: int) -> None:
    found = result(counted(5, votes), eligible=len(votes), quorum=quorum)
    assert sum(count.votes for count in found.counts) == found.turnout == len(votes)
    assert {votes.count(choice) for choice in found.leading} == {max(map(votes.count, range(1, 6)))}
