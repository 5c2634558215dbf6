"""A ballot against a plain model: who may has one vote, changes it until the end, and what was counted stays."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions import ballot as ballots_of
from rules.ballot import BallotClosed, NoVote, Result, result
from rules.ballot import Count as Counted
from rules.programme.levels import EVERYBODY
from storage import ballots
from storage.engine.tx import Tx
from tests.stage import Stage

CHOICES, LASTS_S, WAIT_S = 3, 3_600, 1_500
ELECTORS, OTHERS = ("lin", "zhou", "he"), ("mo", "rui", "owner", "xin")
VOTES = st.tuples(st.sampled_from(ELECTORS + OTHERS), st.integers(1, CHOICES))
STEPS = st.lists(
    st.one_of(VOTES, VOTES, VOTES, st.sampled_from(["close", "wait", "suspend", "leave", "forget"])), max_size=16
)


class Model:
    """What ought to be there."""

    def __init__(self, quorum: int) -> None:
        self.quorum = quorum
        self.votes: dict[str, int] = {}
        self.result: Result | None = None
        self.suspended = self.left = False

    def close(self, able: int) -> None:
        """Once for ever."""
        if self.result is None:
            gone = {name for name, out in (("zhou", self.suspended), ("he", self.left)) if out}
            self.votes = {name: choice for name, choice in self.votes.items() if name not in gone}
            cast = Counter(self.votes.values())
            counts = [Counted(choice, cast[choice]) for choice in range(1, CHOICES + 1)]
            self.result = result(counts, able, self.quorum)


class Vote:
    """The real one, beside its model."""

    def __init__(self, quorum: int) -> None:
        self.stage, self.model = Stage(), Model(quorum)
        self.until = int(self.stage.clock.now()) + LASTS_S
        occasion = self.stage.occasion()
        opened = self.stage.do(lambda tx: ballots_of.open_until(tx, CHOICES, EVERYBODY, quorum, self.until, occasion))
        self.number = opened.id

    def step(self, step: str | tuple[str, int]) -> None:
        """Whatever it is, the model does it too."""
        if isinstance(step, tuple):
            self.vote(*step)
        elif step == "close":
            self.close()
        elif step == "wait":
            self.stage.world.advance(WAIT_S)
        elif step == "suspend":
            self.suspend()
        elif step == "leave":
            self.leave()
        elif self.model.result:
            self.stage.do(lambda tx: ballots.purge(tx, 2**40))

    def vote(self, name: str, choice: int) -> None:
        member, occasion, refused = self.stage.member(getattr(self.stage, name)), self.stage.occasion(), None
        try:
            self.stage.do(lambda tx: ballots_of.vote(tx, self.number, member, choice, occasion))
        except (BallotClosed, NoVote) as refusal:
            refused = type(refusal)
        over = self.model.result is not None or occasion.now >= self.until
        able = (
            name in ELECTORS
            and not (name == "zhou" and self.model.suspended)
            and not (name == "he" and self.model.left)
        )
        assert refused is (BallotClosed if over else None if able else NoVote)
        if refused is None:
            self.model.votes[name] = choice

    def close(self) -> None:
        counted, occasion = self.model.result is not None, self.stage.occasion()
        found = self.stage.do(lambda tx: ballots_of.close(tx, self.number, occasion))
        self.model.close(len(ELECTORS) - self.model.suspended - self.model.left)
        assert found == (None if counted else self.model.result), "it is counted once"

    def suspend(self) -> None:
        """Who may not take part does not vote, and what they have voted before does not count at the end."""
        zhou = self.stage.member(self.stage.zhou).id
        self.stage.do(lambda tx: tx.run("UPDATE member SET suspended_until = :end WHERE id = :id", end=2**40, id=zhou))
        self.model.suspended = True

    def leave(self) -> None:
        """Who is in no group of ours any more, likewise."""
        if not self.model.left:
            self.stage.he.leave(self.stage.group)
            self.stage.play()
        self.model.left = True

    def stands(self) -> None:
        """As the model says: each elector's one vote before the end, the same result for ever afterwards."""
        if self.model.result is None:
            assert self.stage.do(self._cast) == sorted(self.model.votes.values())
        else:
            assert self.stage.do(lambda tx: ballots.result_of(tx, self.number)) == self.model.result

    def _cast(self, tx: Tx) -> list[int]:
        return sorted(ballots.votes(tx, self.number).values())


@settings(max_examples=40)
@given(STEPS, st.integers(1, 3))
def test_one_vote_each_changed_at_will_counted_once_and_then_for_ever(
    steps: list[str | tuple[str, int]], quorum: int
) -> None:
    vote = Vote(quorum)
    for step in steps:
        vote.step(step)
        vote.stands()


@pytest.mark.parametrize("how", ["suspend", "leave"])
def test_who_does_not_belong_any_more_at_the_end_decides_nothing(how: str) -> None:
    vote = Vote(1)
    for name, choice in (("lin", 1), ("zhou", 2), ("he", 2)):
        vote.vote(name, choice)
    vote.step(how)
    vote.close()
    assert vote.model.result
    assert [count.votes for count in vote.model.result.counts] == [1, 1, 0]
    assert vote.model.result == vote.stage.do(lambda tx: ballots.result_of(tx, vote.number))
    assert vote.model.result.eligible == 2
