"""Results of votes are shown with numbers that say what the words say."""

from actions.journey.council_vote import VoteClosed
from rules.journey.council_vote import VoteOutcome, outcome_of
from tests.messages.samples import council


def test_the_numbers_of_each_sample_have_the_outcome_that_is_told() -> None:
    decided = [one.result for one in council.DECISIONS.decisions]
    found = [
        one for one in (*council.SAMPLES.values(), *council.MORE.values(), *decided) if isinstance(one, VoteClosed)
    ]
    said = [one for one in found if one.outcome is not VoteOutcome.STOPPED]
    assert len(said) > 8
    assert [outcome_of(one.counts, one.quorum, one.needed) for one in said] == [one.outcome for one in said]
