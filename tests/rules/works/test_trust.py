"""The trust ladder: which step comes after which, what keeps it, and what staff are asked."""

import random
from collections.abc import Mapping
from itertools import pairwise

import pytest

from rules.programme.conditions import Needs
from rules.programme.faults import Faulty
from rules.programme.trust import TrustLadder, TrustStep
from rules.values import replace
from rules.works.desk_proposal import DAY_S, DeskProposal, ProposalState
from rules.works.trust import AT_FIRST, Standing, lower
from rules.works.trust_proposal import (
    Question,
    TrustProposal,
    free_at,
    holds,
    to_ask,
)

BASE, FRAMEWORK, OPEN = TrustStep
LADDER = TrustLadder(framework=Needs({"works_approved": 10, "clean_days": 30}), open=Needs({"works_approved": 20}))
CONFIRMED = Standing(FRAMEWORK, {"works_approved": 10, "clean_days": 30}, at=0)
ENOUGH = {"works_approved": 10, "clean_days": 30}


def test_the_steps_have_an_order_whatever_a_file_says() -> None:
    assert [step.place for step in TrustStep] == [0, 1, 2]
    assert (BASE.following, FRAMEWORK.following, OPEN.following) == (FRAMEWORK, OPEN, None)
    assert (OPEN.below, FRAMEWORK.below, BASE.below) == (FRAMEWORK, BASE, BASE)
    assert lower(OPEN, BASE) is lower(BASE, OPEN) is BASE


def test_the_next_step_is_asked_for_once_all_of_it_is_there_and_never_the_one_after() -> None:
    asked = to_ask(AT_FIRST, {"works_approved": 25, "clean_days": 40}, LADDER)
    assert asked == Question(BASE, FRAMEWORK, LADDER.framework)
    assert to_ask(AT_FIRST, {"works_approved": 25, "clean_days": 29}, LADDER) is None
    assert to_ask(AT_FIRST, {}, TrustLadder(framework=Needs())) is None, "what asks for nothing is given by hand"


@pytest.mark.parametrize(("works", "kept"), [(10, True), (9, True), (8, False), (0, False)])
def test_a_step_is_kept_at_nine_tenths_of_what_it_asked_for(works: int, kept: bool) -> None:
    asked = to_ask(CONFIRMED, {"works_approved": works}, LADDER)
    assert (asked is None) is kept
    assert kept or asked == Question(FRAMEWORK, BASE, CONFIRMED.needs)


def test_a_threshold_that_rises_or_a_clean_record_that_is_gone_takes_nothing() -> None:
    dearer = replace(LADDER, framework=Needs({"works_approved": 50}))
    assert to_ask(CONFIRMED, {"works_approved": 10, "clean_days": 0}, dearer) is None


def test_one_who_was_put_there_by_hand_is_measured_by_nothing() -> None:
    assert to_ask(Standing(OPEN, {}, 0, "by hand", by_hand=True), {}, LADDER) is None


@pytest.mark.parametrize(
    "section",
    [
        {"framework": Needs({"step_days": 3})},
        {"open": Needs({"founding_days": 3})},
        {"keeps_percent": 0},
        {"again_days": 0},
        {"answer_days": 400},
        {"suspended_days": -1},
    ],
)
def test_what_nobody_could_reach_is_a_fault(section: Mapping[str, object]) -> None:
    with pytest.raises(Faulty):
        TrustLadder(**section)  # type: ignore[arg-type]  # what a file could say


class Desk:
    """The staff group of one member, whose figures wander; whoever looks there is in some mood."""

    def __init__(self, dice: random.Random) -> None:
        self.dice, self.standing, self.now = dice, AT_FIRST, 0
        self.put: TrustProposal | None = None
        self.asked: list[tuple[int, bool]] = []
        self.latest: dict[bool, TrustProposal] = {}

    def look(self, figures: Mapping[str, int]) -> None:
        """What the minute does."""
        if self.put is not None:
            true = holds(self.put.question, self.standing, figures, LADDER)
            self.put = replace(self.put, state=ProposalState.WAITING if true else ProposalState.MOOT)
            return
        asked = to_ask(self.standing, figures, LADDER)
        if asked and free_at(asked, self.standing, self.latest.get(asked.rises), LADDER) <= self.now:
            self.put = DeskProposal(1, 1, asked, self.now, ProposalState.WAITING, 1, None, None, None, None)
            self.asked.append((self.now, asked.rises))

    def decide(self) -> None:
        """Somebody confirms, declines, or it lapses."""
        if self.put is None or self.put.state is not ProposalState.WAITING:
            return
        done = self.dice.choice([ProposalState.CONFIRMED, ProposalState.DECLINED, ProposalState.LAPSED])
        question = self.put.question
        self.latest[question.rises] = replace(self.put, state=done, settled_at=self.now)
        self.put = None
        if done is ProposalState.CONFIRMED:
            self.standing = Standing(question.step, question.needs if question.rises else {}, self.now)


@pytest.mark.parametrize("seed", range(20))
def test_nobody_flickers_whatever_their_figures_do(seed: int) -> None:
    dice = random.Random(seed)
    desk, works = Desk(dice), 10
    for _ in range(400):
        desk.now += dice.randrange(DAY_S)
        works = max(0, works + dice.choice([-2, -1, -1, 0, 1, 1, 2]) + (works < 8) - (works > 12))
        desk.look({"works_approved": works, "clean_days": dice.choice([30, 30, 30, 29])})
        if dice.random() < 0.3:
            desk.decide()
    for rises in (True, False):
        times = [at for at, up in desk.asked if up is rises]
        apart = [later - earlier for earlier, later in pairwise(times)]
        assert all(gap >= LADDER.again_days * DAY_S for gap in apart), "the same is asked once in its time"
    assert desk.asked
