"""The ledger: one append-only row per transfer holds both legs, so the sum is zero by construction.

Only actions import this module. Every write asserts what it is about to do and reads back what it did.
"""

from typing import Any

from msgspec import Struct

from rules.ledger.ledger import (
    GENESIS,
    AlreadyReversed,
    AlreadySettled,
    Balance,
    Cause,
    Entry,
    House,
    KeyReused,
    NotEnoughPoints,
    Phase,
    fingerprint,
    link,
    told,
)
from storage.engine.tx import Tx

COLUMNS = (
    "id, at, written_at, debit, credit, amount, phase, settles, reverses, contribution, rule, version, key, actor,"
    " reason, chat_group, message, day"
)
# Each check-in is one: values by their place, in the order in which `told` tells them, and no question beforehand.
_APPEND = (
    f"INSERT INTO transfer ({COLUMNS}, fingerprint, hash) VALUES ({', '.join('?' * (COLUMNS.count(',') + 3))})"
    " ON CONFLICT (key) DO NOTHING"
)

NEWEST = "the ledger's newest row"
# The accounts that belong to nobody, as the first migration makes them; the index over debits begins behind them.
HOUSE = {House.ISSUE: 1, House.SHOP: 2, House.EXPIRED: 3, House.VOID: 4}


class Transfer(Struct, frozen=True):
    """A transfer about to be written."""

    debit: int
    credit: int
    amount: int
    phase: Phase
    contribution: int
    cause: Cause
    settles: int | None = None
    reverses: int | None = None


class Written(Struct, frozen=True):
    """An entry, whether it was written just now rather than found under its key, and what its credited account holds."""

    entry: Entry
    fresh: bool
    credited: Balance


def account_of(tx: Tx, member: int) -> int:
    """The account of `member`, opened at first need."""
    account: int | None = tx.value("SELECT id FROM account WHERE member = :member", member=member)
    return account or tx.add("INSERT INTO account (kind, member) VALUES ('member', :member)", member=member)


def balance(tx: Tx, member: int) -> Balance:
    """Points of `member`."""
    row = tx.one("SELECT posted, held FROM account WHERE member = :member", member=member)
    return Balance(row.posted, row.held) if row else Balance(0, 0)


def issue(tx: Tx, member: int, amount: int, cause: Cause, contribution: int) -> Written:
    """Pay `amount` new points to `member`; asked again with the same cause, the first entry is answered, not fresh."""
    return _write(tx, Transfer(HOUSE[House.ISSUE], account_of(tx, member), amount, Phase.SINGLE, contribution, cause))


def take(tx: Tx, member: int, amount: int, cause: Cause, to: House = House.VOID) -> Entry:
    """Take `amount` points from `member`. Raises NotEnoughPoints."""
    if _known(tx, cause.key) is None:
        _require(tx, member, amount)
    return _write(tx, Transfer(account_of(tx, member), HOUSE[to], amount, Phase.SINGLE, 0, cause)).entry


def hold(tx: Tx, member: int, amount: int, cause: Cause) -> Entry:
    """Reserve `amount` points of `member` for the shop. Raises NotEnoughPoints."""
    if (known := _known(tx, cause.key)) is None:
        _require(tx, member, amount)
    elif known.amount != amount:
        raise KeyReused(cause.key)
    return _write(tx, Transfer(account_of(tx, member), HOUSE[House.SHOP], amount, Phase.HOLD, 0, cause)).entry


def settle(tx: Tx, held: int, phase: Phase, cause: Cause) -> Entry:
    """End the hold `held` by posting, voiding or expiring it, once. Raises AlreadySettled."""
    entry = get(tx, held)
    assert entry is not None, held
    assert entry.phase is Phase.HOLD, entry
    assert phase in (Phase.POST, Phase.VOID, Phase.EXPIRE), phase
    if _known(tx, cause.key) is None and tx.one("SELECT 1 AS yes FROM transfer WHERE settles = :held", held=held):
        raise AlreadySettled
    return _write(tx, Transfer(entry.debit, entry.credit, entry.amount, phase, 0, cause, settles=held)).entry


def refund(tx: Tx, held: int, cause: Cause) -> Entry:
    """Give back what the posted hold `held` has paid, by a linked entry the other way, once. Raises AlreadyReversed."""
    row = tx.one(f"SELECT {COLUMNS} FROM transfer WHERE settles = :held AND phase = 'post'", held=held)
    assert row is not None, held
    paid = _entry(row)
    if _known(tx, cause.key) is None and reversal_of(tx, paid.id) is not None:
        raise AlreadyReversed(paid.id)
    return _write(tx, Transfer(paid.credit, paid.debit, paid.amount, Phase.SINGLE, 0, cause, reverses=paid.id)).entry


def reverse(tx: Tx, wrong: int, cause: Cause) -> Entry:
    """Take back a single entry by a linked one in the other direction. Raises AlreadyReversed, NotEnoughPoints."""
    entry = get(tx, wrong)
    assert entry is not None, wrong
    assert entry.phase is Phase.SINGLE, entry
    if _known(tx, cause.key) is None:
        if tx.one("SELECT 1 AS yes FROM transfer WHERE reverses = :wrong", wrong=wrong):
            raise AlreadyReversed(wrong)
        owner = member_of(tx, entry.credit)
        if owner is not None:
            _require(tx, owner, entry.amount)
    draft = Transfer(entry.credit, entry.debit, entry.amount, Phase.SINGLE, -entry.contribution, cause, reverses=wrong)
    return _write(tx, draft).entry


def get(tx: Tx, entry: int) -> Entry | None:
    """The entry with that id."""
    row = tx.one(f"SELECT {COLUMNS} FROM transfer WHERE id = :entry", entry=entry)
    return _entry(row) if row else None


def by_key(tx: Tx, key: str) -> Entry | None:
    """The entry of that business fact."""
    return _known(tx, key)


def of_member(tx: Tx, member: int, limit: int, before: int | None = None) -> list[Entry]:
    """The latest entries that touch `member`'s account, newest first; `before` is an entry id to page on from."""
    account = tx.value("SELECT id FROM account WHERE member = :member", member=member)
    rows = tx.all(
        f"SELECT {COLUMNS} FROM (SELECT * FROM (SELECT * FROM transfer WHERE credit = :account AND id < :before"
        " ORDER BY id DESC LIMIT :limit) UNION ALL SELECT * FROM (SELECT * FROM transfer WHERE debit = :account"
        " AND debit > 4 AND id < :before ORDER BY id DESC LIMIT :limit)) ORDER BY id DESC LIMIT :limit",
        account=account,
        before=before or 2**62,
        limit=limit,
    )
    return [_entry(row) for row in rows]


def of_message(tx: Tx, group: int, message: int, limit: int) -> list[Entry]:
    """The entries that a message of a group led to, oldest first."""
    rows = tx.all(
        f"SELECT {COLUMNS} FROM transfer WHERE chat_group = :group AND message = :message AND message IS NOT NULL"
        " ORDER BY id LIMIT :limit",
        group=group,
        message=message,
        limit=limit,
    )
    return [_entry(row) for row in rows]


def member_of(tx: Tx, account: int) -> int | None:
    """Whose account that is; None for one of the house."""
    owner: int | None = tx.value("SELECT member FROM account WHERE id = :account", account=account)
    return owner


def reversal_of(tx: Tx, entry: int) -> Entry | None:
    """The entry that took `entry` back, if one did."""
    row = tx.one(f"SELECT {COLUMNS} FROM transfer WHERE reverses = :entry", entry=entry)
    return _entry(row) if row else None


def _require(tx: Tx, member: int, amount: int) -> None:
    free = balance(tx, member).free
    if free < amount:
        raise NotEnoughPoints(price=amount, free=free, missing=amount - free)


def _known(tx: Tx, key: str) -> Entry | None:
    row = tx.one(f"SELECT {COLUMNS} FROM transfer WHERE key = :key", key=key)
    return _entry(row) if row else None


def _entry(row: Any) -> Entry:
    values = row._asdict()
    group = values.pop("chat_group")
    return Entry(**{**values, "phase": Phase(row.phase), "group": group})


def _fingerprint(draft: Transfer) -> bytes:
    cause = draft.cause
    legs = [
        draft.debit,
        draft.credit,
        draft.amount,
        draft.phase.value,
        draft.settles,
        draft.reverses,
        draft.contribution,
    ]
    return fingerprint({"legs": legs, "why": [cause.key, cause.rule, cause.actor, cause.reason, cause.group]})


def _write(tx: Tx, draft: Transfer) -> Written:
    assert draft.amount > 0, draft
    print_ = _fingerprint(draft)
    entry = _append(tx, draft, print_)
    return _again(tx, draft.cause.key, print_) if entry is None else Written(entry, True, _move(tx, entry))


def _again(tx: Tx, key: str, print_: bytes) -> Written:
    """What was written under that key before. Raises KeyReused when it says something else."""
    written = tx.one("SELECT id, fingerprint FROM transfer WHERE key = :key", key=key)
    if written.fingerprint != print_:
        raise KeyReused(key)
    known = get(tx, written.id)
    assert known is not None
    row = tx.one("SELECT posted, held FROM account WHERE id = :id", id=known.credit)
    return Written(known, False, Balance(row.posted, row.held))


def _append(tx: Tx, draft: Transfer, print_: bytes) -> Entry | None:
    """The new row; None, and nothing written, when there is one under its key."""
    cause = draft.cause
    newest, before = _newest(tx)
    entry = Entry(
        id=newest + 1,
        at=cause.at,
        written_at=cause.at + cause.late_s,
        debit=draft.debit,
        credit=draft.credit,
        amount=draft.amount,
        phase=draft.phase,
        settles=draft.settles,
        reverses=draft.reverses,
        contribution=draft.contribution,
        rule=cause.rule,
        version=cause.version,
        key=cause.key,
        actor=cause.actor,
        reason=cause.reason,
        group=cause.group,
        message=cause.message,
        day=cause.day,
    )
    said = told(entry)
    hash_ = link(before, said)
    if not tx.many(_APPEND, [(*said.values(), print_, hash_)]):
        return None
    tx.known[NEWEST] = entry.id, hash_
    return entry


def _newest(tx: Tx) -> tuple[int, bytes]:
    """Number and hash of the row that the next one follows."""
    if (known := tx.known.get(NEWEST)) is not None:
        newest: tuple[int, bytes] = known
        return newest
    row = tx.one("SELECT id, hash FROM transfer ORDER BY id DESC LIMIT 1")
    return (row.id, row.hash) if row else (0, GENESIS)


def _move(tx: Tx, entry: Entry) -> Balance:
    """Bring the cached balances of both accounts up to the entry; what the credited one holds now."""
    moved = entry.amount if entry.phase in (Phase.SINGLE, Phase.POST) else 0
    reserved = {Phase.SINGLE: 0, Phase.HOLD: entry.amount}.get(entry.phase, -entry.amount)
    rows = tx.all(
        """
        UPDATE account SET posted = posted + :moved * CASE id WHEN :credit THEN 1 ELSE -1 END,
        held = held + CASE id WHEN :debit THEN :reserved ELSE 0 END
        WHERE id IN (:debit, :credit) RETURNING id, posted, held
        """,
        moved=moved,
        reserved=reserved,
        debit=entry.debit,
        credit=entry.credit,
    )
    held = {row.id: Balance(row.posted, row.held) for row in rows}
    assert held.keys() == {entry.debit, entry.credit}, entry
    return held[entry.credit]
