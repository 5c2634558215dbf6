"""Pieces, applications and the audit through any life: never more is lent than there is."""

from collections.abc import Callable
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from actions.offers import application, editresource, resource, resource_longer
from actions.operations import audit
from rules.offers.application import HOLDING, MOVES, ApplicationState
from rules.offers.resource import ResourceKind, ResourcePlan
from rules.programme.levels import LADDER, Levels
from rules.programme.programme import Programme
from rules.refusals import Refusal
from rules.values import replace
from storage.offers import resources
from tests.shopping import act
from tests.stage import Stage

CAMERA = ResourcePlan("微单相机", ResourceKind.LEND, "适合拍夜景。", 1, 14)
SHOOT = ResourcePlan("官方拍摄", ResourceKind.SEAT, "跟着拍一天。", 2)
ENDS = [ApplicationState.RETURNED, ApplicationState.LOST, ApplicationState.KEPT]


class LifeOfResources(RuleBasedStateMachine):
    """Members and staff do anything at any time; a plain model says what must have come of it."""

    @initialize()
    def offer(self) -> None:
        """A camera and two places; three members, two of the staff."""
        self.stage = Stage()
        self.members = [self.stage.member(one) for one in (self.stage.lin, self.stage.zhou, self.stage.he)]
        self.staff = [self.stage.member(one) for one in (self.stage.mo, self.stage.owner)]
        self.resources = [act(self.stage, resource.publish, self.staff[0], plan).id for plan in (CAMERA, SHOOT)]
        self.state: dict[int, ApplicationState] = {}
        self.of: dict[int, int] = {}
        self.owner: dict[int, int] = {}

    def attempt(self, action: Callable[..., Any], *given: Any) -> Any:
        """Do it, or be refused."""
        try:
            return act(self.stage, action, *given)
        except Refusal:
            return None

    def noted(self, one: Any) -> None:
        """What came of it is a move that there is."""
        if one is not None:
            assert one.state in MOVES[self.state[one.id]]
            self.state[one.id] = one.state

    @rule(who=st.integers(0, 2), what=st.integers(0, 1))
    def ask(self, who: int, what: int) -> None:
        """Apply, with a purpose."""
        number = self.resources[what]
        one = self.attempt(application.apply, number, "想拍一组雨夜的路口给新车主看", self.members[who])
        live = [n for n, state in self.state.items() if MOVES[state] and (self.of[n], self.owner[n]) == (number, who)]
        assert (one is None) == bool(live), "one that lives at a time"
        if one is not None:
            self.state[one.id], self.of[one.id], self.owner[one.id] = one.state, number, who

    @precondition(lambda self: self.state)
    @rule(
        pick=st.integers(0, 20),
        staff=st.integers(0, 1),
        step=st.sampled_from(["grant", "grant", "decline", "call_off"]),
    )
    def decide(self, pick: int, staff: int, step: str) -> None:
        """One of the staff decides on some card, fresh or stale."""
        number = sorted(self.state)[pick % len(self.state)]
        given = (self.stage.occasion().now + 86_400, "") if step == "grant" else ("排满了",)
        self.noted(self.attempt(getattr(application, step), number, *given, self.staff[staff]))

    @precondition(lambda self: self.state)
    @rule(pick=st.integers(0, 20), step=st.sampled_from(["got", "given", "withdraw"]))
    def hand_over(self, pick: int, step: str) -> None:
        """It changes hands, or is not needed any more."""
        number = sorted(self.state)[pick % len(self.state)]
        who = self.staff[0] if step == "given" else self.members[self.owner[number]]
        self.noted(self.attempt(getattr(application, step), number, who))

    @precondition(lambda self: self.state)
    @rule(pick=st.integers(0, 20), to=st.sampled_from(ENDS))
    def end(self, pick: int, to: ApplicationState) -> None:
        """It comes back, or does not."""
        number = sorted(self.state)[pick % len(self.state)]
        self.noted(self.attempt(application.end, number, to, "完好", self.staff[1]))

    @precondition(lambda self: self.state)
    @rule(pick=st.integers(0, 20))
    def ask_longer(self, pick: int) -> None:
        """A few days more are asked for; nothing else changes."""
        number = sorted(self.state)[pick % len(self.state)]
        self.attempt(resource_longer.ask, number, "5天 还差两个镜头", self.members[self.owner[number]])

    @rule(pieces=st.integers(1, 4))
    def edit(self, pieces: int) -> None:
        """Staff say that there are more of them, or fewer."""
        done = self.attempt(editresource.edit, self.resources[0], replace(CAMERA, pieces=pieces), self.staff[0])
        assert (done is None) == (pieces < self.held(self.resources[0]))

    def held(self, number: int) -> int:
        """How many pieces somebody has."""
        return sum(state in HOLDING for n, state in self.state.items() if self.of[n] == number)

    @invariant()
    def never_more_than_there_are(self) -> None:
        """Pieces are counted as the model counts them, and the audit finds nothing."""
        for one in self.stage.do(resources.everything):
            assert one.taken == self.held(one.id)
            assert one.plan.pieces is not None and one.taken <= one.plan.pieces
        assert self.stage.do(lambda tx: audit.verify(tx, self.stage.programme)).problems == ()


TestLifeOfResources = LifeOfResources.TestCase
TestLifeOfResources.settings = settings(max_examples=12, stateful_step_count=25, deadline=None)


def test_the_audit_names_a_piece_that_nobody_has() -> None:
    stage = Stage()
    act(stage, resource.publish, stage.member(stage.mo), SHOOT)
    stage.do(lambda tx: tx.run("UPDATE resource SET taken = 1"))
    found = stage.do(lambda tx: audit.verify(tx, stage.programme)).problems
    assert [str(one) for one in found] == ["resource 1: taken: 0 expected, 1 found"]


def test_what_a_level_that_is_gone_could_apply_for_is_for_the_nearest_that_asks_for_no_less() -> None:
    stage = Stage()
    made = act(stage, resource.publish, stage.member(stage.mo), replace(SHOOT, level="senior"))
    *rest, senior, advisor = LADDER
    higher = replace(advisor, privileges=(*senior.privileges, *advisor.privileges))
    stage.restart(Programme(levels=Levels((*rest, higher))))
    assert stage.do(lambda tx: resource.known(tx, made.id)).plan.level == advisor.key


def test_a_piece_that_is_given_back_is_free_again() -> None:
    life = LifeOfResources()
    life.offer()
    life.ask(0, 0)
    life.decide(0, 0, "grant")
    life.hand_over(0, "withdraw")
    assert list(life.state.values()) == [ApplicationState.WITHDRAWN]
    life.never_more_than_there_are()
