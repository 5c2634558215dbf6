"""Orders, ledger and stock through any life, and through a crash at any statement."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from actions.operations import audit
from actions.shop import address, order, redemption, reward
from bot.database import transact
from rules.people import Member
from rules.refusals import Refusal
from rules.shop.order import MOVES, OPEN, OrderState
from rules.shop.reward import RewardKind
from rules.values import replace
from storage.engine.tx import Tx
from storage.shop import orders, rewards
from tests.databases import rows
from tests.shopping import KEYRING, act, balance, pay, put_up
from tests.stage import Stage

START, PRICE, STOCK = 300, 80, 4


class LifeOfOrders(RuleBasedStateMachine):
    """Members and staff do anything at any time; a plain model says what must have come of it."""

    @initialize()
    def open_the_shop(self) -> None:
        """Two members with points, two of the staff, two rewards."""
        self.stage = Stage()
        self.members = [pay(self.stage, person, START) for person in (self.stage.lin, self.stage.zhou)]
        self.staff = [self.stage.member(person) for person in (self.stage.mo, self.stage.owner)]
        goods = put_up(self.stage, replace(KEYRING, per_member=3), stock=STOCK)
        code = put_up(self.stage, replace(KEYRING, kind=RewardKind.CODE, per_member=0), given=("A", "B"))
        self.rewards = [goods.id, code.id]
        self.state: dict[int, OrderState] = {}
        self.owner: dict[int, Member] = {}
        self.price: dict[int, int] = {}

    def attempt(self, action: Callable[..., Any], *given: Any) -> Any:
        """Do it, or be refused."""
        try:
            return act(self.stage, action, *given)
        except Refusal:
            return None

    @rule(who=st.integers(0, 1), what=st.integers(0, 1), twice=st.booleans())
    def redeem(self, who: int, what: int, twice: bool) -> None:
        """Confirm what is shown now, perhaps by two presses."""
        member, number = self.members[who], self.rewards[what]
        shown = self.stage.do(lambda tx: rewards.get(tx, number))
        nth = self.stage.do(lambda tx: orders.placed(tx, member.id, number))
        assert shown
        wish = redemption.Wish(number, nth, shown.version, shown.terms.price)
        for _ in range(1 + twice):
            done = self.attempt(redemption.redeem, member, wish)
            if done is not None:
                self.state[done.order.id] = done.order.state
                self.owner[done.order.id] = member
                self.price[done.order.id] = shown.terms.price

    @precondition(lambda self: self.state)
    @rule(
        pick=st.integers(0, 20),
        staff=st.integers(0, 1),
        step=st.sampled_from(["claim", "let_go", "fulfil", "reject", "take_back", "cancel", "receive"]),
    )
    def move(self, pick: int, staff: int, step: str) -> None:
        """Somebody presses a button of some order, fresh or stale."""
        number = sorted(self.state)[pick % len(self.state)]
        extra = {"fulfil": (None,), "reject": ("暂时缺货",), "take_back": ("点错了",)}.get(step, ())
        who = self.owner[number] if step in ("cancel", "receive") else self.staff[staff]
        done = self.attempt(getattr(order, step), number, who, *extra)
        if done is not None:
            now = done.order.state if step == "claim" else done.state
            assert now in MOVES[self.state[number]] or now is self.state[number]
            self.state[number] = now

    @rule(hours=st.sampled_from([1, 30, 80, 300]))
    def time_passes(self, hours: int) -> None:
        """The hourly job runs."""
        self.stage.clock.advance(hours * 3600)
        for ended in act(self.stage, order.expire) + act(self.stage, order.receive_unconfirmed):
            self.state[ended.id] = ended.state

    @rule(price=st.integers(50, 120), stock=st.integers(0, 5))
    def edit(self, price: int, stock: int) -> None:
        """An operator changes price and stock."""
        terms = replace(KEYRING, per_member=3, price=price)
        act(self.stage, reward.edit, self.rewards[0], terms, stock, self.staff[1])

    @invariant()
    def everything_adds_up(self) -> None:
        """Balances are what the model says, and the audit finds nothing."""
        for member in self.members:
            own = [number for number, owner in self.owner.items() if owner.id == member.id]
            held = sum(self.price[n] for n in own if self.state[n] in OPEN)
            spent = sum(self.price[n] for n in own if self.state[n] in (OrderState.SENT, OrderState.RECEIVED))
            found = balance(self.stage, member)
            assert (found.held, found.posted) == (held, START - spent)
        report = self.stage.do(lambda tx: audit.verify(tx, self.stage.programme))
        assert report.problems == ()


TestLifeOfOrders = LifeOfOrders.TestCase
TestLifeOfOrders.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)


class Crash(BaseException):
    """The power goes."""


class Dying:
    """A transaction that dies at its n-th statement; a read may write as well (RETURNING)."""

    def __init__(self, tx: Tx, left: int) -> None:
        self._tx, self.left = tx, left

    def __getattr__(self, name: str) -> Any:
        return getattr(self._tx, name)

    def _breathe(self) -> None:
        if self.left == 0:
            raise Crash
        self.left -= 1

    def run(self, sql: str, /, **values: Any) -> int:
        """Write, or die before."""
        self._breathe()
        return self._tx.run(sql, **values)

    def one(self, sql: str, /, **values: Any) -> Any:
        """Read, or write and read, or die before."""
        self._breathe()
        return self._tx.one(sql, **values)

    def all(self, sql: str, /, **values: Any) -> list[Any]:
        """Read, or write and read, or die before."""
        self._breathe()
        return self._tx.all(sql, **values)

    def add(self, sql: str, /, **values: Any) -> int:
        """Insert, or die before."""
        self._breathe()
        return self._tx.add(sql, **values)

    def value(self, sql: str, /, **values: Any) -> Any:
        """Read, or write and read, or die before."""
        self._breathe()
        return self._tx.value(sql, **values)


def prepared(step: str) -> tuple[Stage, Callable[[Tx], object]]:
    """A stage right before that step, and the step."""
    stage = Stage()
    lin, mo = pay(stage, stage.lin, 100), stage.member(stage.mo)
    kind = RewardKind.CODE if step == "code" else RewardKind.GOODS
    shown = put_up(stage, replace(KEYRING, kind=kind), given=("XT-1",) if step == "code" else ())
    wish = redemption.Wish(shown.id, 0, shown.version, 80)
    occasion = stage.occasion()
    if step in ("goods", "code"):
        return stage, lambda tx: redemption.redeem(tx, lin, wish, occasion)
    number = act(stage, redemption.redeem, lin, wish).order.id
    act(stage, address.write, number, lin, "林晓 上海市徐汇区")
    if step == "cancel":
        return stage, lambda tx: order.cancel(tx, number, lin, occasion)
    if step == "expire":
        late = replace(occasion, now=occasion.now + 73 * 3600)
        return stage, lambda tx: order.expire(tx, late)
    act(stage, order.claim, number, mo)
    if step == "take_back":
        act(stage, order.fulfil, number, mo, None)
        return stage, lambda tx: order.take_back(tx, number, mo, "点错了", occasion)
    if step == "reject":
        return stage, lambda tx: order.reject(tx, number, mo, "暂时缺货", occasion)
    return stage, lambda tx: order.fulfil(tx, number, mo, None, occasion)


def everything(stage: Stage) -> list[list[tuple[object, ...]]]:
    """All that is remembered about points and orders."""
    tables = ("account", "transfer", "reward", "shop_order", "code", "delivery_address")
    return [[tuple(row) for row in rows(stage.connection, f"SELECT * FROM {table}")] for table in tables]


@pytest.mark.parametrize("step", ["goods", "code", "cancel", "expire", "reject", "fulfil", "take_back"])
def test_a_crash_at_any_statement_leaves_everything_as_it_was(step: str) -> None:
    stage, work = prepared(step)
    before = everything(stage)
    for nth in range(200):
        try:
            transact(stage.connection, lambda tx, nth=nth: work(Dying(tx, nth)))
            break
        except Crash:
            assert everything(stage) == before, f"died at statement {nth}"
    else:
        raise AssertionError("never got through")
    assert nth > 5
    assert everything(stage) != before
    assert stage.do(lambda tx: audit.verify(tx, stage.programme)).problems == ()
