"""The ledger: whatever is asked of it in whatever order, it adds up and forgets nothing."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.database import transact
from rules.ledger.ledger import (
    GENESIS,
    AlreadyReversed,
    AlreadySettled,
    Balance,
    Cause,
    Entry,
    KeyReused,
    NotEnoughPoints,
    Phase,
    link,
)
from rules.values import replace
from storage import members
from storage.engine.engine import Connection, Violated
from storage.engine.tx import Tx
from storage.ledger import chain, ledger
from tests.databases import opened

CAUSE = Cause(key="", rule="grant", version="1", at=1_794_790_800, day="2026-11-16")


def because(key: str) -> Cause:
    """A cause of that key."""
    return replace(CAUSE, key=key)


@pytest.fixture
def connection() -> Iterator[Connection]:
    """A database with three members."""
    made = with_members()
    yield made
    made.close()


def with_members() -> Connection:
    """A new database with members 1, 2 and 3."""
    made = opened()
    transact(made, lambda tx: [members.remember(tx, 100 + n, f"车友{n}", None, "zh", 0) for n in range(3)])
    return made


@pytest.fixture
def tx(connection: Connection) -> Tx:
    """One long transaction."""
    return connection.begin()


def test_the_same_cause_pays_once_and_answers_with_the_first_entry(tx: Tx) -> None:
    first = ledger.issue(tx, 1, 10, because("checkin:1:monday"), 10)
    later = replace(because("checkin:1:monday"), at=CAUSE.at + 60, version="2")
    again = ledger.issue(tx, 1, 10, later, 10)
    assert again.entry == first.entry
    assert (first.fresh, again.fresh) == (True, False)
    assert ledger.balance(tx, 1) == Balance(10, 0)


@pytest.mark.parametrize("other", ["amount", "member", "rule", "reason"])
def test_the_same_key_with_other_content_is_a_defect(tx: Tx, other: str) -> None:
    cause = because("checkin:1:monday")
    ledger.issue(tx, 1, 10, cause, 10)
    changed = {"rule": replace(cause, rule="thanks"), "reason": replace(cause, reason="别的")}.get(other, cause)
    with pytest.raises(KeyReused):
        ledger.issue(tx, 2 if other == "member" else 1, 11 if other == "amount" else 10, changed, 10)


def test_nobody_spends_or_reserves_what_they_do_not_have(tx: Tx) -> None:
    ledger.issue(tx, 1, 10, because("gift"), 0)
    ledger.hold(tx, 1, 8, because("order"))
    with pytest.raises(NotEnoughPoints) as told:
        ledger.hold(tx, 1, 3, because("another order"))
    assert (told.value.free, told.value.missing) == (2, 1)
    with pytest.raises(NotEnoughPoints):
        ledger.take(tx, 1, 3, because("deduction"))


def test_taking_the_same_again_is_answered_even_when_nothing_is_left(tx: Tx) -> None:
    ledger.issue(tx, 1, 10, because("gift"), 0)
    taken = ledger.take(tx, 1, 10, because("deduction"))
    assert ledger.take(tx, 1, 10, because("deduction")) == taken
    assert ledger.balance(tx, 1) == Balance(0, 0)


@pytest.mark.parametrize(
    ("phase", "after"),
    [(Phase.POST, Balance(2, 0)), (Phase.VOID, Balance(10, 0)), (Phase.EXPIRE, Balance(10, 0))],
)
def test_a_hold_ends_once(tx: Tx, phase: Phase, after: Balance) -> None:
    ledger.issue(tx, 1, 10, because("gift"), 0)
    held = ledger.hold(tx, 1, 8, because("order"))
    assert ledger.balance(tx, 1) == Balance(10, 8)
    ended = ledger.settle(tx, held.id, phase, because("end"))
    assert ledger.balance(tx, 1) == after
    assert ledger.settle(tx, held.id, phase, because("end")) == ended, "the same again is answered, not done"
    with pytest.raises(AlreadySettled):
        ledger.settle(tx, held.id, Phase.VOID, because("another end"))
    assert ledger.balance(tx, 1) == after


def test_an_entry_is_taken_back_once(tx: Tx) -> None:
    wrong = ledger.issue(tx, 1, 10, because("gift"), 10).entry
    back = ledger.reverse(tx, wrong.id, because("undo"))
    assert (back.reverses, back.contribution) == (wrong.id, -10)
    assert ledger.balance(tx, 1) == Balance(0, 0)
    with pytest.raises(AlreadyReversed):
        ledger.reverse(tx, wrong.id, because("undo again"))


def test_what_has_been_spent_can_not_be_taken_back(tx: Tx) -> None:
    wrong = ledger.issue(tx, 1, 10, because("gift"), 10).entry
    ledger.hold(tx, 1, 5, because("order"))
    with pytest.raises(NotEnoughPoints):
        ledger.reverse(tx, wrong.id, because("undo"))


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE transfer SET amount = 1000",
        "UPDATE transfer SET reason = 'nicer'",
        "DELETE FROM transfer",
    ],
)
def test_the_ledger_is_append_only(tx: Tx, sql: str) -> None:
    ledger.issue(tx, 1, 10, because("gift"), 0)
    with pytest.raises(Violated, match="append-only"):
        tx.run(sql)


@pytest.mark.parametrize(
    ("sql", "guard"),
    [
        ("UPDATE account SET posted = -1 WHERE member = 1", "account_funds"),
        ("UPDATE account SET held = 11 WHERE member = 1", "account_funds"),
        ("UPDATE account SET held = -1 WHERE member = 1", "account_held"),
        ("INSERT INTO account (kind, member) VALUES ('issue', 1)", "account"),
        ("INSERT INTO account (kind) VALUES ('issue')", "account"),
        (
            "INSERT INTO transfer SELECT 99, at, at, debit, debit, amount, phase, settles, reverses, contribution, rule, version,"
            " 'k', fingerprint, actor, reason, chat_group, message, day, hash FROM transfer",
            "transfer_two_sides",
        ),
        (
            "INSERT INTO transfer SELECT 99, at, at, debit, credit, 0, phase, settles, reverses, contribution, rule, version,"
            " 'k', fingerprint, actor, reason, chat_group, message, day, hash FROM transfer",
            "transfer_amount",
        ),
        (
            "INSERT INTO transfer SELECT 99, at, at, debit, credit, 1, 'post', NULL, reverses, contribution, rule, version,"
            " 'k', fingerprint, actor, reason, chat_group, message, day, hash FROM transfer",
            "transfer_settling",
        ),
    ],
)
def test_the_database_itself_refuses_what_can_not_be(tx: Tx, sql: str, guard: str) -> None:
    ledger.issue(tx, 1, 10, because("gift"), 0)
    with pytest.raises(Violated, match=guard):
        tx.run(sql)


def test_each_row_is_chained_to_the_one_before(tx: Tx) -> None:
    for nth in range(5):
        ledger.issue(tx, 1, 10 + nth, because(f"gift{nth}"), 0)
    last = GENESIS
    for row in chain.links(tx):
        last = link(last, row.said)
        assert row.hash == last
        assert row.fingerprint == chain.print_of(row.said)
    assert chain.last_hash(tx) == last


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["issue", "take", "hold", "post", "void", "expire", "reverse", "again"]),
        st.integers(1, 3),
        st.integers(1, 50),
        st.integers(0, 10),
    ),
    max_size=25,
)


class Model:
    """What the ledger should say, in a few plain dictionaries."""

    def __init__(self) -> None:
        self.posted = dict.fromkeys((1, 2, 3), 0)
        self.held = dict.fromkeys((1, 2, 3), 0)
        self.holds: dict[int, tuple[int, int]] = {}
        self.singles: dict[int, tuple[int, int]] = {}

    def free(self, member: int) -> int:
        """Points that can be spent."""
        return self.posted[member] - self.held[member]


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_whatever_happens_it_agrees_with_a_plain_model_and_sums_to_zero(steps: list[tuple[str, int, int, int]]) -> None:
    connection = with_members()
    model = Model()

    def work(tx: Tx) -> None:
        for nth, step in enumerate(steps):
            live(tx, model, f"step{nth}", *step)
            assert tx.value("SELECT sum(posted) FROM account") in (0, None)
        for member in (1, 2, 3):
            assert ledger.balance(tx, member) == Balance(model.posted[member], model.held[member])

    transact(connection, work)
    connection.close()


def live(tx: Tx, model: Model, key: str, act: str, member: int, amount: int, pick: int) -> None:
    """One step of ledger and model."""
    if act == "issue":
        entry = ledger.issue(tx, member, amount, because(key), 0).entry
        model.posted[member] += amount
        model.singles[entry.id] = (member, amount)
    elif act in ("take", "hold"):
        spend(tx, model, key, act, member, amount)
    elif act == "reverse" and model.singles:
        take_back(tx, model, key, sorted(model.singles)[pick % len(model.singles)])
    elif act in ("post", "void", "expire") and model.holds:
        held = sorted(model.holds)[pick % len(model.holds)]
        ledger.settle(tx, held, Phase(act), because(key))
        owner, price = model.holds.pop(held)
        model.held[owner] -= price
        model.posted[owner] -= price if act == "post" else 0
    elif act == "again" and (known := tx.one("SELECT key, amount FROM transfer WHERE phase = 'hold' LIMIT 1")):
        owner = tx.value(
            "SELECT member FROM account JOIN transfer ON account.id = debit WHERE key = :key", key=known.key
        )
        ledger.hold(tx, owner, known.amount, because(known.key))


def spend(tx: Tx, model: Model, key: str, act: str, member: int, amount: int) -> None:
    """Take or reserve, refused exactly when the model has too little."""
    call = ledger.take if act == "take" else ledger.hold
    if model.free(member) < amount:
        with pytest.raises(NotEnoughPoints):
            call(tx, member, amount, because(key))
        return
    entry: Entry = call(tx, member, amount, because(key))
    if act == "take":
        model.posted[member] -= amount
    else:
        model.held[member] += amount
        model.holds[entry.id] = (member, amount)


def take_back(tx: Tx, model: Model, key: str, wrong: int) -> None:
    """Reverse a payment, refused exactly when it has been spent."""
    member, amount = model.singles[wrong]
    if model.free(member) < amount:
        with pytest.raises(NotEnoughPoints):
            ledger.reverse(tx, wrong, because(key))
        return
    ledger.reverse(tx, wrong, because(key))
    model.posted[member] -= amount
    del model.singles[wrong]
