"""What was spent of an earning that is taken back, and what becomes of it once the spending is undone as well."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from actions.fairness import grant, undo
from actions.operations import audit
from actions.shop import order, redemption
from rules.fairness.grant import NotThatMany
from rules.ledger.ledger import Balance, NotEnoughPoints
from rules.programme.grants import Grants
from rules.programme.programme import Programme
from rules.shop.order import OPEN, OrderState
from rules.shop.reward import RewardKind
from rules.values import replace
from storage.ledger import ledger
from storage.shop import orders, rewards
from tests.actions.fairness.accounts import Move, worth
from tests.databases import change
from tests.shopping import KEYRING, act, balance, put_up
from tests.stage import Stage

GENEROUS = Programme(grants=Grants(alone_member_day=100_000, alone_staff_day=100_000))


class Spending(RuleBasedStateMachine):
    """One member earns, spends and returns; staff take back and give again, in any order."""

    @initialize()
    def begin(self) -> None:
        """A member without points, one of the staff, a shelf that is never empty, with codes that are sent at once."""
        self.stage = Stage(GENEROUS)
        self.lin, self.mo = self.stage.member(self.stage.lin), self.stage.member(self.stage.mo)
        self.shown = {
            price: put_up(self.stage, replace(KEYRING, price=price, per_member=0), 99) for price in (30, 70, 90)
        }
        voucher = replace(KEYRING, price=50, per_member=0, kind=RewardKind.CODE)
        self.shown[50] = put_up(self.stage, voucher, given=tuple(f"XT-{n}" for n in range(99)))
        self.moves: list[Move] = []
        self.earned: dict[int, Move] = {}
        self.deducted: dict[int, Move] = {}
        self.taken: dict[int, tuple[Move, Move]] = {}
        self.spent: dict[int, Move] = {}
        self.short = False

    def _award(self, points: int) -> int:
        """What staff give or take; the entry."""
        command, about, occasion = (1, len(self.moves)), (None, None), self.stage.occasion()
        reason = f"第 {command[1]} 回夜里拖车"
        given = self.stage.do(lambda tx: grant.award(tx, self.mo, self.lin, points, reason, occasion, command, about))
        rule_ = "grant" if points > 0 else "deduction"
        found = self.stage.do(lambda tx: ledger.by_key(tx, f"{rule_}:{self.lin.id}:{given.grant}"))
        return found.id

    def _moved(self, points: int) -> Move:
        self.moves.append(Move(points))
        return self.moves[-1]

    @rule(points=st.sampled_from([10, 40, 100, 300]))
    def earn(self, points: int) -> None:
        """Staff thank for something."""
        entry = self._award(points)
        self.earned[entry] = self._moved(points)

    @rule(points=st.sampled_from([5, 60]))
    def deduct(self, points: int) -> None:
        """Staff take something, as far as it is there."""
        try:
            entry = self._award(-points)
        except NotThatMany:
            return
        self.deducted[entry] = self._moved(-points)

    @rule(price=st.sampled_from([30, 50, 70, 90]))
    def spend(self, price: int) -> None:
        """Something is ordered."""
        reward = self.shown[price].id
        nth = self.stage.do(lambda tx: orders.placed(tx, self.lin.id, reward))
        version = self.stage.do(lambda tx: rewards.get(tx, reward)).version
        try:
            done = act(self.stage, redemption.redeem, self.lin, redemption.Wish(reward, nth, version, price))
        except NotEnoughPoints:
            return
        self.spent[done.order.id] = self._moved(-price)

    @precondition(lambda self: self.spent)
    @rule(pick=st.integers(0, 9), how=st.sampled_from(["cancel", "reject", "expire", "return", "hand out"]))
    def come_back(self, pick: int, how: str) -> None:
        """An order ends in one of its ways; but for one that is handed out, its points come back."""
        number = sorted(self.spent)[pick % len(self.spent)]
        state = self.stage.do(lambda tx: order.card(tx, number)).state
        if how in ("cancel", "expire", "reject") and state not in OPEN:
            return
        if how == "return" and self.stage.do(lambda tx: order.card(tx, number)).kind is RewardKind.CODE:
            return  # a code that was read can't come back
        self._end(number, how, state)
        if how != "hand out":
            self.spent.pop(number).stands = False

    def _end(self, number: int, how: str, state: OrderState) -> None:
        if how in ("return", "hand out") and state in OPEN:
            act(self.stage, order.claim, number, self.mo)
            act(self.stage, order.fulfil, number, self.mo, None)
        if how == "return":
            act(self.stage, order.take_back, number, self.mo, "寄错了")
        elif how == "reject":
            act(self.stage, order.reject, number, self.mo, "暂时缺货")
        elif how == "cancel":
            act(self.stage, order.cancel, number, self.lin)
        elif how == "expire":
            self._expire(number)

    def _expire(self, number: int) -> None:
        """Its time is over, and only its."""
        change(self.stage.connection, "UPDATE shop_order SET expires_at = 1 WHERE id = :id", id=number)
        act(self.stage, order.expire)

    @precondition(lambda self: self.earned)
    @rule(pick=st.integers(0, 9))
    def take_back(self, pick: int) -> None:
        """An earning is undone; what was spent of it is borne by the brand."""
        entry = sorted(self.earned)[pick % len(self.earned)]
        earned = self.earned.pop(entry)
        self.short |= balance(self.stage, self.lin).free < earned.points
        self._undo(entry)
        reversal = self.stage.do(lambda tx: ledger.reversal_of(tx, entry))
        self.taken[reversal.id] = (earned, self._moved(-earned.points))

    @precondition(lambda self: self.taken)
    @rule(pick=st.integers(0, 9))
    def give_again(self, pick: int) -> None:
        """The undoing was a mistake."""
        entry = sorted(self.taken)[pick % len(self.taken)]
        earned, taken = self.taken.pop(entry)
        taken.stands = False
        self._undo(entry)
        reversal = self.stage.do(lambda tx: ledger.reversal_of(tx, entry))
        self.earned[reversal.id] = earned

    @precondition(lambda self: self.deducted)
    @rule(pick=st.integers(0, 9))
    def return_deduction(self, pick: int) -> None:
        """What was deducted comes back."""
        entry = sorted(self.deducted)[pick % len(self.deducted)]
        self.deducted.pop(entry).stands = False
        self._undo(entry)

    def _undo(self, entry: int) -> None:
        ahead = act(self.stage, undo.preview, self.mo, (entry,), "记错了")
        done = act(self.stage, undo.undo, self.mo, (entry,), "记错了", forced=True)
        assert (ahead.lines, ahead.missing) == (done.lines, done.written_off)

    @invariant()
    def nobody_has_more_or_less_than_they_should(self) -> None:
        """Earned less spent, where that is there; never a debt, and never points that nobody earned."""
        free = balance(self.stage, self.lin).free
        earned = sum(move.points for move in self.earned.values())
        gone = -sum(move.points for move in (*self.spent.values(), *self.deducted.values()))
        assert free == worth(self.moves)
        assert max(earned - gone, 0) <= free <= earned
        if not gone or not self.short:
            assert free == earned - gone

    def teardown(self) -> None:
        """In the end the books agree."""
        report = self.stage.do(lambda tx: audit.verify(tx, self.stage.programme))
        assert report.problems == ()


TestSpending = Spending.TestCase
TestSpending.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)


@pytest.mark.parametrize("how", ["cancel", "reject", "expire", "return"])
@pytest.mark.parametrize("told", [False, True], ids=["undone first", "undone and given again"])
def test_points_that_were_spent_taken_back_and_returned_are_not_there_twice(how: str, told: bool) -> None:
    life = Spending()
    life.begin()
    life.earn(300)
    for _ in range(3):
        life.spend(90)
    life.spend(30) if told else life.deduct(5)
    life.take_back(0)
    assert balance(life.stage, life.lin).free == 0
    if told:
        life.give_again(0)
    for _ in range(4):
        life.come_back(0, how) if life.spent else None
    assert balance(life.stage, life.lin).free == (300 if told else 0)
    life.teardown()


@pytest.mark.parametrize("how", ["cancel", "reject", "expire", "return", "hand out"])
def test_of_300_that_were_undone_while_an_order_held_290_nothing_can_be_spent(how: str) -> None:
    life = Spending()
    life.begin()
    life.shown[290] = put_up(life.stage, replace(KEYRING, price=290), 1)
    life.earn(300)
    life.spend(290)
    life.take_back(0)
    made_up = life.stage.do(lambda tx: tx.value("SELECT sum(amount) FROM transfer WHERE rule = 'write_off'"))
    assert (made_up, balance(life.stage, life.lin).free) == (290, 0)
    life.come_back(0, how)
    assert balance(life.stage, life.lin) == Balance(0, 0)
    life.nobody_has_more_or_less_than_they_should()
    life.teardown()


def spent_again_after_an_undo() -> Spending:
    """90 of 100 are spent and handed out, the 100 undone; then 30 of another 40 are spent."""
    life = Spending()
    life.begin()
    life.earn(100)
    life.spend(90)
    life.come_back(0, "hand out")
    life.take_back(0)
    life.earn(40)
    life.spend(30)
    return life


def test_what_was_earned_and_spent_afterwards_comes_back_whole() -> None:
    life = spent_again_after_an_undo()
    life.come_back(1, "cancel")
    assert balance(life.stage, life.lin).free == 40
    life.come_back(0, "return")
    assert balance(life.stage, life.lin).free == 40
    life.teardown()


def test_what_comes_back_first_ends_what_was_made_up_first() -> None:
    life = spent_again_after_an_undo()
    life.take_back(0)
    life.come_back(0, "return")
    life.come_back(0, "cancel")
    assert balance(life.stage, life.lin).free == 0
    life.nobody_has_more_or_less_than_they_should()
    life.teardown()


def test_each_recovery_is_named_that_is_missing_or_of_other_points() -> None:
    life = Spending()
    life.begin()
    life.earn(100)
    life.spend(90)
    life.take_back(0)
    life.come_back(0, "cancel")
    change(life.stage.connection, "DELETE FROM recovery")
    said = [str(problem) for problem in life.stage.do(lambda tx: audit.verify(tx, GENEROUS)).problems]
    assert said == [
        "write-off 3: taken back with the points of transfer 2: 90 expected, 0 found",
        "transfer 6: belongs to a row of recovery: True expected, False found",
    ]
    change(life.stage.connection, "INSERT INTO recovery (entry, write_off, taken) VALUES (6, 3, 1)")
    said = [str(problem) for problem in life.stage.do(lambda tx: audit.verify(tx, GENEROUS)).problems]
    assert "recovery 6: points: 0 expected, 90 found" in said
